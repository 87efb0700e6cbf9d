using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Reads and writes of the reconciler, each in a transaction of its own.</summary>
internal sealed class ModuleLedger(IServiceScopeFactory scopes, ThisHost host, TimeProvider clock)
{
    /// <summary>After this long without a sign the host that worked on an operation counts as gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Task<ModulesPicture> ReadAsync(CancellationToken cancellationToken) => RunAsync(ReadAsync, cancellationToken, write: false);

    public static async ValueTask<ModulesPicture> ReadAsync(ModulesDbContext database, CancellationToken cancellationToken) => new(
        await database.Desired.AsNoTracking().ToListAsync(cancellationToken), await database.Versions.AsNoTracking().ToListAsync(cancellationToken),
        await database.Data.AsNoTracking().ToListAsync(cancellationToken),
        await database.Operations.AsNoTracking().Where(row => row.State == OperationState.Waiting || row.State == OperationState.Running).ToListAsync(cancellationToken));

    /// <summary>Takes an operation: a new one, one this host left in a crash, or one whose host is gone. Null: somebody else has it.</summary>
    public Task<Operation?> ClaimAsync(Guid id, CancellationToken cancellationToken) => RunAsync<Operation?>(async (database, token) =>
    {
        var now = clock.GetUtcNow();
        var (mine, gone) = (host.Name, now - Patience);
        // One statement decides between two hosts that ask at once.
        var taken = await database.Operations
            .Where(row => row.Id == id && (row.State == OperationState.Waiting || (row.State == OperationState.Running && (row.Host == mine || row.SeenAt == null || row.SeenAt < gone))))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OperationState.Running).SetProperty(row => row.Host, mine).SetProperty(row => row.SeenAt, now)
                .SetProperty(row => row.StartedAt, row => row.StartedAt ?? now).SetProperty(row => row.Attempts, row => row.Attempts + 1), token);
        return taken == 0 ? null : await database.Operations.AsNoTracking().FirstAsync(row => row.Id == id, token);
    }, cancellationToken);

    /// <summary>Notes how far an operation is and that its host lives.</summary>
    public Task NoteAsync(Guid id, IReadOnlyList<OperationStep> steps, CancellationToken cancellationToken) => RunAsync(async (database, token) =>
    {
        var (json, now) = (JsonSerializer.Serialize(steps), clock.GetUtcNow());
        return await database.Operations.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Steps, json).SetProperty(row => row.SeenAt, now), token);
    }, cancellationToken);

    /// <summary>Ends an operation well, together with what it changed.</summary>
    public Task SucceedAsync(Operation operation, Func<ModulesDbContext, CancellationToken, ValueTask> change, string? backup, CancellationToken cancellationToken) =>
        EndAsync(operation, row =>
        {
            row.State = OperationState.Succeeded;
            row.Backup ??= backup;
        }, change, "ok", cancellationToken);

    public Task FailAsync(Operation operation, ModuleFailure failure, CancellationToken cancellationToken) => EndAsync(operation, row =>
    {
        (row.State, row.FailureCode, row.FailureArguments) = (OperationState.Failed, failure.Code, JsonSerializer.Serialize(failure.Arguments));
    }, null, "error", cancellationToken);

    public Task CancelAsync(Operation operation, CancellationToken cancellationToken) => EndAsync(operation, row => row.State = OperationState.Cancelled, null, "denied", cancellationToken);

    /// <summary>Notes what served, when that says something new.</summary>
    public Task ServedAsync(InstalledPackage package, string settings, CancellationToken cancellationToken) =>
        RunAsync(async (database, token) => await ServedAsync(database, package, settings, onOlderData: false, token), cancellationToken);

    /// <param name="database">Context of the open transaction.</param>
    /// <param name="package">What serves.</param>
    /// <param name="settings">Hash of the settings it was given.</param>
    /// <param name="onOlderData">Whether the data went back to a backup.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<int> ServedAsync(ModulesDbContext database, InstalledPackage package, string settings, bool onOlderData, CancellationToken cancellationToken)
    {
        var (manifest, now) = (package.Manifest, clock.GetUtcNow());
        if (await database.Versions.SingleOrDefaultAsync(row => row.Module == manifest.Id && row.Version == manifest.Version, cancellationToken) is { } kept) kept.LastGoodAt = now;
        if (await database.Desired.SingleOrDefaultAsync(row => row.Id == manifest.Id, cancellationToken) is { } desired) desired.ConfigHash = settings;
        if (manifest.Data is { } data)
        {
            if (await database.Data.SingleOrDefaultAsync(row => row.Module == manifest.Id, cancellationToken) is not { } mark) database.Data.Add(new DataMark { Module = manifest.Id, Version = manifest.Version, Floor = data.MinAppVersion, At = now });
            else if (onOlderData || !ModulesPicture.IsBelow(manifest.Version, mark.Version)) (mark.Version, mark.Floor, mark.At) = (manifest.Version, data.MinAppVersion, now);
        }
        return await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Work with the context in a scope of the host's own; writing in one transaction.</summary>
    public async Task<T> RunAsync<T>(Func<ModulesDbContext, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken, bool write = true)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        var database = scope.ServiceProvider.GetRequiredService<ModulesDbContext>();
        return write
            ? await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>(Databases.Host).RunAsync(async token => await work(database, token), cancellationToken)
            : await work(database, cancellationToken);
    }

    private async Task EndAsync(Operation operation, Action<Operation> end, Func<ModulesDbContext, CancellationToken, ValueTask>? change, string result, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        var database = scope.ServiceProvider.GetRequiredService<ModulesDbContext>();
        var audit = scope.ServiceProvider.GetRequiredService<IAudit>();
        await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>(Databases.Host).RunAsync(async token =>
        {
            var row = await database.Operations.SingleAsync(found => found.Id == operation.Id, token);
            end(row);
            row.EndedAt = clock.GetUtcNow();
            if (change is not null) await change(database, token);
            audit.Changed(database, OperationAudit.Of(row) with { Result = result });
            await database.SaveChangesAsync(token);
        }, cancellationToken);
    }
}
