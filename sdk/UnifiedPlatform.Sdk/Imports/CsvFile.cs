namespace UnifiedPlatform.Sdk.Imports;

/// <summary>An import file as it was sent.</summary>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Gb18030">Whether the sender says that it is GB18030; never guessed, because most bytes can be read as either.</param>
public sealed record CsvFile(byte[] Bytes, bool Gb18030 = false)
{
    /// <summary>Names of the encodings a sender may declare; the first is taken when none is declared.</summary>
    public static IReadOnlyList<string> Encodings { get; } = ["utf-8", "gb18030"];

    /// <summary>A file with the declared encoding (<c>utf-8</c>, <c>gb18030</c>, <c>gbk</c>; null: UTF-8).</summary>
    public static CsvFile Of(byte[] bytes, string? encoding) => new(bytes, encoding?.ToUpperInvariant() is "GB18030" or "GBK");
}
