using UnifiedPlatform.Sdk.Imports;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>An uploaded file and how it is to be taken.</summary>
/// <param name="File">Bytes of the file.</param>
/// <param name="Gb18030">Whether the sender says that it is GB18030; never guessed, because most bytes can be read as either.</param>
/// <param name="DryRun">Check and count, write nothing.</param>
public sealed record ImportUpload(byte[] File, bool Gb18030, bool DryRun)
{
    /// <summary>Reads the multipart request: <c>file</c>, <c>encoding</c> (<c>utf-8</c> or <c>gb18030</c>), <c>dryRun</c>, the last two also in the query; null: no file, or too large.</summary>
    public static async ValueTask<ImportUpload?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType) return null;
        var form = await request.ReadFormAsync(cancellationToken);
        if ((form.Files.GetFile("file") ?? form.Files.FirstOrDefault()) is not { } file || await CsvUpload.ReadAsync(file, cancellationToken) is not { } bytes) return null;
        return new ImportUpload(bytes, Value("encoding") is "gb18030" or "gbk", Value("dryRun") is "true" or "1");

        string? Value(string name) => (form.TryGetValue(name, out var field) ? field.ToString() : request.Query[name].ToString()) is { Length: > 0 } value ? value.ToLowerInvariant() : null;
    }

    /// <summary>The file as UTF-8; null: it is not what the sender says.</summary>
    public byte[]? AsUtf8() => !Gb18030 ? File : Import.Gb18030.Read(File) is { } text ? System.Text.Encoding.UTF8.GetBytes(text) : null;
}
