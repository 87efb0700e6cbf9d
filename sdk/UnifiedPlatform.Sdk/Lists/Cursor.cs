using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace UnifiedPlatform.Sdk.Lists;

/// <summary>Opaque cursors and the limits of a page (contracts.md §5).</summary>
public static class Cursor
{
    /// <summary>Rows of a page when nothing is asked.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most rows of a page.</summary>
    public const int MostRows = 200;

    /// <summary>Reads one page of an ordered query.</summary>
    /// <param name="ordered">Query with a total order.</param>
    /// <param name="limit">Rows asked; null: the default.</param>
    /// <param name="cursor">Cursor of the page before; null or not ours: from the start.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public static async ValueTask<Page<T>> ReadAsync<T>(IQueryable<T> ordered, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(limit ?? DefaultLimit, 1, MostRows);
        var skip = Skip(cursor);
        var rows = await ordered.Skip(skip).Take(take + 1).ToListAsync(cancellationToken);
        return rows.Count <= take ? new Page<T>(rows, null) : new Page<T>([.. rows.Take(take)], After(skip + take));
    }

    private static string After(int rows) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"p1:{rows}")));

    private static int Skip(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor) || !Base64Url.IsValid(cursor)) return 0;
        var text = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(cursor));
        return text.StartsWith("p1:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var rows) ? rows : 0;
    }
}
