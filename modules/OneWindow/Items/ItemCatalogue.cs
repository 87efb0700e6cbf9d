using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Items;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>Versions of service items: what is in force on a day, and any version a case is pinned to.</summary>
internal sealed class ItemCatalogue(OneWindowDbContext database, ReadItems read)
{
    /// <summary>The version in force on the day; null: none.</summary>
    public async Task<ServiceItem?> InForceAsync(string code, DateOnly day, CancellationToken cancellationToken)
    {
        var row = await InForce(day).Where(row => row.Code == code).OrderByDescending(row => row.EffectiveFrom).Select(row => new { row.Code, row.Number, row.Hash }).FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : await OpenAsync(row.Code, row.Number, row.Hash, cancellationToken);
    }

    public async Task<IReadOnlyList<ServiceItem>> AllInForceAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await InForce(day).OrderBy(row => row.Code).ThenBy(row => row.Number).Select(row => new { row.Code, row.Number, row.Hash }).ToListAsync(cancellationToken);
        var items = new List<ServiceItem>();
        foreach (var row in rows) items.Add(await OpenAsync(row.Code, row.Number, row.Hash, cancellationToken));
        return items;
    }

    /// <summary>A version somebody is pinned to.</summary>
    public async Task<ServiceItem> PinnedAsync(string code, int version, CancellationToken cancellationToken)
    {
        if (read.Find(code, version) is { } known) return known;
        var hash = await database.ItemVersions.Where(row => row.Code == code && row.Number == version).Select(row => row.Hash).SingleAsync(cancellationToken);
        return await OpenAsync(code, version, hash, cancellationToken);
    }

    private IQueryable<ItemVersionRow> InForce(DateOnly day) => database.ItemVersions.AsNoTracking()
        .Where(row => row.State == ItemState.Published && row.EffectiveFrom <= day && (row.EffectiveTo == null || row.EffectiveTo > day));

    private async Task<ServiceItem> OpenAsync(string code, int version, string hash, CancellationToken cancellationToken)
    {
        if (read.Find(code, version, hash) is { } known) return known;
        var text = await database.ItemVersions.Where(row => row.Code == code && row.Number == version).Select(row => row.Document).SingleAsync(cancellationToken);
        var (document, problem) = ItemReader.Read(text);
        return document is null ? throw new InvalidOperationException($"Version {version} of {code} on record cannot be read: {problem?.Code} at {problem?.At}.") : read.Keep(document);
    }
}

/// <summary>Documents already read; one version never changes, so they stay.</summary>
internal sealed class ReadItems
{
    private readonly ConcurrentDictionary<(string, int), ItemDocument> _documents = new();

    public ServiceItem? Find(string code, int version, string? hash = null) => _documents.TryGetValue((code, version), out var document) && (hash is null || hash == document.Hash) ? document.Item : null;

    public ServiceItem Keep(ItemDocument document)
    {
        _documents[(document.Item.Code, document.Item.Version)] = document;
        return document.Item;
    }
}
