using UnifiedPlatform.Sdk.Imports;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>An uploaded file and how it is to be taken.</summary>
/// <param name="File">The file.</param>
/// <param name="DryRun">Check and count, write nothing.</param>
public sealed record ImportUpload(CsvFile File, bool DryRun)
{
    /// <summary>Reads the multipart request: <c>file</c>, <c>encoding</c> (<c>utf-8</c> or <c>gb18030</c>), <c>dryRun</c>, the last two also in the query; null: no file, or too large.</summary>
    public static async ValueTask<ImportUpload?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType) return null;
        var form = await request.ReadFormAsync(cancellationToken);
        if ((form.Files.GetFile("file") ?? form.Files.FirstOrDefault()) is not { } sent || await CsvUpload.ReadAsync(sent, Value("encoding"), cancellationToken) is not { } file) return null;
        return new ImportUpload(file, Value("dryRun") is "true" or "1");

        string? Value(string name) => (form.TryGetValue(name, out var field) ? field.ToString() : request.Query[name].ToString()) is { Length: > 0 } value ? value.ToLowerInvariant() : null;
    }
}
