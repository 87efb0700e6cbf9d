using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Keeps a module's workbench in step with the counter: one row a <see cref="PartRef"/>, whatever is delivered twice.</summary>
/// <typeparam name="TTask">The module's own task.</typeparam>
/// <param name="database">The module's context, on the connection of the target transaction.</param>
/// <param name="clock">Time.</param>
public abstract class PartTaskHandler<TTask>(DbContext database, TimeProvider clock) : IHandlePart
    where TTask : PartTask, new()
{
    /// <inheritdoc/>
    public abstract string Capability { get; }

    /// <summary>Department that does such parts, four digits; the scope of the row.</summary>
    protected abstract string Department { get; }

    /// <inheritdoc/>
    public async ValueTask RequestedAsync(PartRequest part, DbTransaction target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(part);
        if (await FindAsync(part.Ref, cancellationToken) is { } known)
        {
            known.AskAgain(part);
        }
        else
        {
            var task = new TTask();
            task.Ask(part, Department, clock.GetUtcNow());
            database.Add(task);
        }
        await database.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ChangedAsync(PartChange change, DbTransaction target, CancellationToken cancellationToken) =>
        ApplyAsync(change.Ref, task => task.Change(change), cancellationToken);

    /// <inheritdoc/>
    public ValueTask EndedAsync(PartEnd end, DbTransaction target, CancellationToken cancellationToken) =>
        ApplyAsync(end.Ref, task => { task.End(end); Ended(task); }, cancellationToken);

    /// <inheritdoc/>
    public ValueTask SettledAsync(PartSettled report, DbTransaction target, CancellationToken cancellationToken) =>
        ApplyAsync(report.Ref, task => task.Settle(report), cancellationToken);

    /// <summary>Called when a part ended; the place to forget what only the open part needed.</summary>
    protected virtual void Ended(TTask task)
    {
    }

    private async ValueTask ApplyAsync(PartRef part, Action<TTask> effect, CancellationToken cancellationToken)
    {
        if (await FindAsync(part, cancellationToken) is not { } task) return;
        effect(task);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<TTask?> FindAsync(PartRef part, CancellationToken cancellationToken) =>
        database.Set<TTask>().Local.SingleOrDefault(task => task.Ref == part)
        ?? await database.Set<TTask>().SingleOrDefaultAsync(task => task.CaseNumber == part.CaseNumber && task.Part == part.Part && task.Round == part.Round, cancellationToken);
}
