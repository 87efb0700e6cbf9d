using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.OneWindow.Items;

/// <summary>Puts a draft in force: without findings, and by two people.</summary>
internal sealed class ItemPublishing(OneWindowDbContext database, CaseRefusals refusals, IAccess access, IStaffing staffing, IAudit audit)
{
    /// <summary>What stands against a version; null: there is no such version.</summary>
    public async Task<IReadOnlyList<LintFinding>?> LintAsync(string code, int version, CancellationToken cancellationToken) =>
        await database.ItemVersions.AsNoTracking().FirstOrDefaultAsync(row => row.Code == code && row.Number == version, cancellationToken) is { } row
            ? ItemLint.Check(row.Document, await WorldAsync(row, cancellationToken)) : null;

    /// <summary>Publishes for the first or the second person.</summary>
    public async Task<(PublishView? View, Refusal? Refusal)> PublishAsync(string code, int version, CancellationToken cancellationToken)
    {
        if (await database.ItemVersions.FirstOrDefaultAsync(row => row.Code == code && row.Number == version, cancellationToken) is not { } row) return (null, refusals.Say(Codes.ItemUnknown));
        if (row.State != ItemState.Draft) return (null, refusals.Say(Codes.ItemPublished));
        var findings = ItemLint.Check(row.Document, await WorldAsync(row, cancellationToken));
        if (findings.Count > 0) return (null, refusals.Say(Codes.ItemFaulty, [.. findings.Select(finding => $"{finding.Rule} {finding.At} {finding.Code}")]));

        var me = access.Actor.Account.Value;
        if (row.PublishedBy is null) row.PublishedBy = me;
        else if (row.PublishedBy == me) return (null, refusals.Say(Codes.SecondPerson));
        else await PutInForceAsync(row, me, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        audit.Changed(database, new AuditEntry("decide", "one-window.item", $"{code}@{version}"));
        return (new PublishView(code, version, row.State, row.EffectiveFrom), null);
    }

    private async Task PutInForceAsync(ItemVersionRow row, Guid second, CancellationToken cancellationToken)
    {
        (row.SecondBy, row.State) = (second, ItemState.Published);
        var before = await database.ItemVersions
            .Where(older => older.Code == row.Code && older.Number != row.Number && older.State == ItemState.Published && older.EffectiveFrom < row.EffectiveFrom && (older.EffectiveTo == null || older.EffectiveTo > row.EffectiveFrom))
            .ToListAsync(cancellationToken);
        foreach (var older in before) older.EffectiveTo = row.EffectiveFrom;
    }

    private async Task<ILintWorld> WorldAsync(ItemVersionRow row, CancellationToken cancellationToken)
    {
        var versions = await database.ItemVersions.AsNoTracking().Where(other => other.Code == row.Code && other.Number < row.Number).Select(other => other.Number).ToListAsync(cancellationToken);
        var closed = await database.Queues.AsNoTracking().Where(queue => !queue.Enabled).ToListAsync(cancellationToken);
        return new LintWorld(versions.DefaultIfEmpty(0).Max(), closed.Select(queue => queue.Key).ToHashSet(), await staffing.HeldAsync(cancellationToken), QueueLines.Town(access.Actor.Region));
    }
}

/// <summary>A version after a publication step; a draft waits for the second person.</summary>
public sealed record PublishView(string Code, int Version, ItemState State, DateOnly From);
