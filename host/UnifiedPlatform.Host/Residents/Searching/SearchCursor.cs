using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Where a page ended, unreadable on purpose: callers hand it back as it is.</summary>
internal static class SearchCursor
{
    public static string Write(int offset) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes("o" + offset.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The offset; 0 without a cursor; null: not one of ours.</summary>
    public static int? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return 0;
        if (cursor.Length > 16 || !Base64Url.IsValid(cursor)) return null;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith('o') && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
    }
}
