using System.Text;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>Reads files of Chinese offices. .NET gives private-use characters for code points that GB 18030-2022 has moved to Unicode proper; they are put where they belong (resident-index.md §2).</summary>
public static class Gb18030
{
    private static readonly Encoding Strict = Make();

    private static readonly Dictionary<char, string> Moved = new(
        "E78D-FE10 E78E-FE12 E78F-FE11 E790-FE13 E791-FE14 E792-FE15 E793-FE16 E794-FE17 E795-FE18 E796-FE19 E81E-9FB4 E826-9FB5 E82B-9FB6 E82C-9FB7 E832-9FB8 E843-9FB9 E854-9FBA E864-9FBB E816-20087 E817-20089 E818-200CC E831-215D7 E83B-2298F E855-241FE"
            .Split(' ').Select(pair => KeyValuePair.Create((char)Convert.ToInt32(pair[..4], 16), char.ConvertFromUtf32(Convert.ToInt32(pair[5..], 16)))));

    /// <summary>The text; null: the bytes are not GB 18030 either.</summary>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Decode(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The text.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are something else; the exception says from which on.</exception>
    internal static string Decode(ReadOnlySpan<byte> bytes) => Mapped(Strict.GetString(bytes));

    /// <summary>The text with every private-use character that has a place in Unicode put there.</summary>
    public static string Mapped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Any(Moved.ContainsKey)) return text;
        var mapped = new StringBuilder(text.Length);
        foreach (var c in text) mapped.Append(Moved.TryGetValue(c, out var moved) ? moved : c.ToString());
        return mapped.ToString();
    }

    private static Encoding Make()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
