using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>Brings the items the package ships: as drafts of the office, published at once only in a demonstration. Never overwrites.</summary>
internal sealed class ItemImport(OneWindowDbContext database, IUnitOfWork unit, Installation installation, ILogger<ItemImport> logger)
{
    public ValueTask RunAsync(CancellationToken cancellationToken) => unit.RunAsync(async token =>
    {
        var brought = await database.ItemVersions.Select(row => row.Document).ToListAsync(token);
        foreach (var text in Shipped().Except(brought, StringComparer.Ordinal))
        {
            var (document, problem) = ItemReader.Read(text);
            if (document is null)
            {
                logger.LogError("A shipped service item cannot be read: {Code} at {At}.", problem?.Code, problem?.At);
                continue;
            }
            var item = document.Item;
            if (await database.ItemVersions.AnyAsync(row => row.Code == item.Code && row.Number == item.Version, token)) continue;
            database.ItemVersions.Add(new ItemVersionRow
            {
                Code = item.Code, Number = item.Version, State = installation.Demo ? ItemState.Published : ItemState.Draft, EffectiveFrom = item.Effective.From, EffectiveTo = item.Effective.To,
                Document = text, Hash = document.Hash, PublishedBy = installation.Demo ? Guid.Empty : null, SecondBy = installation.Demo ? Guid.Empty : null,
            });
        }
        await database.SaveChangesAsync(token);
    }, cancellationToken);

    private static IEnumerable<string> Shipped()
    {
        var assembly = typeof(ItemImport).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("ServiceItems/", StringComparison.Ordinal) && name.Count(c => c == '/') == 1).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name);
            using var reader = new StreamReader(stream);
            yield return reader.ReadToEnd();
        }
    }
}
