using System.Text.RegularExpressions;

namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>A line as a person types it, and its words.</summary>
internal static partial class CommandLine
{
    /// <summary>Splits at spaces outside quotation marks.</summary>
    public static string[] Words(string line) => [.. Word().Matches(line).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    [GeneratedRegex("(?:[^ \"]|\"[^\"]*\")+")]
    private static partial Regex Word();
}
