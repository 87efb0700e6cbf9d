using System.Text.Json;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>JSON Pointers (RFC 6901).</summary>
public static class Pointer
{
    public static string Unescape(string piece) => piece.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    public static string Escape(string piece) => piece.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static IReadOnlyList<string> Split(string pointer) => pointer is ['/', ..] ? [.. pointer[1..].Split('/').Select(Unescape)] : [];

    /// <summary>The element at the path; null when there is none.</summary>
    public static JsonElement? Find(JsonElement from, IEnumerable<string> path)
    {
        var at = from;
        foreach (var piece in path)
        {
            if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(piece, out var member)) at = member;
            else if (at.ValueKind == JsonValueKind.Array && int.TryParse(piece, out var index) && index >= 0 && index < at.GetArrayLength()) at = at[index];
            else return null;
        }
        return at;
    }
}
