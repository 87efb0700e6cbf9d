using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Domain.Queues;
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
            // Who staffs which post is nobody's matter before the office is set up; it is checked when the item is published.
            var findings = ItemLint.Check(document, new LintWorld(item.Version - 1, new HashSet<QueueKey>(), [], ""));
            foreach (var finding in findings) logger.LogError("The shipped service item {Item} stays a draft: {Rule} at {At}, {Code}.", item.Code, finding.Rule, finding.At, finding.Code);
            var published = installation.Demo && findings.Count == 0;
            if (await database.ItemVersions.AnyAsync(row => row.Code == item.Code && row.Number == item.Version, token)) continue;
            database.ItemVersions.Add(new ItemVersionRow
            {
                Code = item.Code, Number = item.Version, State = published ? ItemState.Published : ItemState.Draft, EffectiveFrom = item.Effective.From, EffectiveTo = item.Effective.To,
                Document = text, Hash = document.Hash, PublishedBy = published ? Guid.Empty : null, SecondBy = published ? Guid.Empty : null,
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
