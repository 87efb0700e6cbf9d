namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Lists as they are typed: separated by spaces, commas or lines.</summary>
internal static class Words
{
    private static readonly char[] Separators = [' ', ',', '，', '、', ';', '\t', '\r', '\n', '\u3000'];

    public static string[] Of(string? text) => [.. (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
