using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>Takes an import file from a request, up to a fixed size.</summary>
public static class CsvUpload
{
    /// <summary>Largest file in MiB.</summary>
    public const int MostMegabytes = 8;

    private const int MostBytes = MostMegabytes * 1024 * 1024;

    /// <summary>The body of an API request, in the encoding the query declares; null: too large.</summary>
    public static async ValueTask<CsvFile?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ContentLength > MostBytes ? null : await ReadAsync(request.Body, request.Query["encoding"], cancellationToken);
    }

    /// <summary>An uploaded file in the declared encoding; null: too large.</summary>
    public static async ValueTask<CsvFile?> ReadAsync(IFormFile file, string? encoding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Length > MostBytes) return null;
        await using var stream = file.OpenReadStream();
        return await ReadAsync(stream, encoding, cancellationToken);
    }

    private static async ValueTask<CsvFile?> ReadAsync(Stream stream, string? encoding, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(block, cancellationToken)) > 0;)
        {
            if (bytes.Length + read > MostBytes) return null;
            bytes.Write(block, 0, read);
        }
        return CsvFile.Of(bytes.ToArray(), encoding);
    }
}
