using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Every act on a module, whoever asks: page, API or command line. An act is written into the journal and the audit in one transaction; the reconciler carries it out.
/// Asking twice gives the operation that is open already, or says that it is so already.</summary>
internal sealed class ModuleOperations(
    ModulesDbContext database, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, IPackageStore store, IModuleRuntime runtime, PackageFetch packages, DataBackups backups,
    IAudit audit, ITexts texts, ReconcilerSignal signal, ThisHost host, StopPoint stop, TimeProvider clock)
{
    /// <summary>Puts a staged package into the store. It serves nobody yet.</summary>
    public async Task<OperationAnswer> InstallAsync(StagedPackage staged, byte[]? content, Act act, CancellationToken cancellationToken)
    {
        var (id, version) = (staged.Manifest.Id, staged.Manifest.Version);
        if (Reasons.Fault(act.Reason, texts) is { } fault) return fault;
        if ((await database.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.Module == id && row.Version == version, cancellationToken))?.Hash == staged.Hash && store.Find(id, version)?.Hash == staged.Hash)
        {
            store.Discard(staged);
            return OperationAnswer.Already;
        }
        // First the journal, then the files: a crash in between leaves an operation that knows where to look.
        var answer = await AskAsync(OperationVerb.Install, id, version, act, cancellationToken, running: true);
        if (answer.Operation is not { } operation) return answer;
        InstalledPackage package;
        stop.Reached(StopPoint.Keep);
        try
        {
            package = store.Keep(staged);
            stop.Reached(StopPoint.Kept);
        }
        catch (ModuleRefusedException refused)
        {
            await EndAsync(operation, refused.Failure, cancellationToken);
            throw;
        }
        await unit.RunAsync(async token =>
        {
            await KeptVersions.SaveAsync(database, package, act.Actor, clock.GetUtcNow(), token);
            if (packages.Shares && content is not null) await OfferedModules.SaveContentAsync(database, id, version, content, token);
            await EndAsync(operation, null, token);
        }, cancellationToken);
        return operation;
    }

    /// <summary>Lets a version serve: the first one, a newer one, or an older one; a switched-off module comes back with it.</summary>
    /// <param name="id">Module id.</param>
    /// <param name="version">Version; null: the newest one installed.</param>
    /// <param name="restores">Whether what was written since the backup may be lost, when the version cannot read it.</param>
    /// <param name="act">Who and why.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<OperationAnswer> ActivateAsync(string id, string? version, bool restores, Act act, CancellationToken cancellationToken)
    {
        var picture = await ModuleLedger.ReadAsync(database, cancellationToken);
        if (picture.VersionsOf(id) is not [var newest, ..] versions) return Unknown(id);
        var to = version ?? newest.Version;
        if (versions.All(row => row.Version != to)) return Refused("modules.version-unknown", StatusCodes.Status404NotFound, Keys.ModulesVersionUnknown, id, to, string.Join(", ", versions.Select(row => row.Version)));
        var desired = picture.DesiredOf(id);
        if (desired is { Enabled: true } && desired.Version == to && runtime.Find(id) is { Answers: true } status && status.Version == to) return OperationAnswer.Already;
        var verb = desired is null ? OperationVerb.Activate
            : desired.Version == to ? desired.Enabled ? OperationVerb.Activate : OperationVerb.Enable
            : ModulesPicture.IsBelow(desired.Version, to) ? OperationVerb.Upgrade : OperationVerb.RollBack;
        if (picture.CanRead(id, to)) return await AskAsync(verb, id, to, act, cancellationToken);
        if (await FindBackupAsync(id, to, cancellationToken) is not { } backup) return Refused("modules.below-floor", StatusCodes.Status409Conflict, Keys.ModulesBelowFloorNoBackup, to, picture.DataOf(id)?.Floor);
        return restores
            ? await AskAsync(verb, id, to, act, cancellationToken, backup: backup.File)
            : Refused("modules.below-floor", StatusCodes.Status409Conflict, Keys.ModulesBelowFloor, to, picture.DataOf(id)?.Floor, texts.Format(Keys.ModulesBackupOf, backup.Version, backup.At));
    }

    /// <summary>Lets the version before serve again.</summary>
    public async Task<OperationAnswer> RollBackAsync(string id, string? version, bool restores, Act act, CancellationToken cancellationToken)
    {
        var picture = await ModuleLedger.ReadAsync(database, cancellationToken);
        if (picture.DesiredOf(id) is not { } desired) return Unknown(id);
        var to = version ?? picture.VersionsOf(id).Where(row => row.LastGoodAt is not null && ModulesPicture.IsBelow(row.Version, desired.Version)).Select(row => row.Version).FirstOrDefault();
        if (to is null) return Refused("modules.no-version-before", StatusCodes.Status409Conflict, Keys.ModulesNoVersionBefore, id, desired.Version);
        return ModulesPicture.IsBelow(to, desired.Version)
            ? await ActivateAsync(id, to, restores, act, cancellationToken)
            : Refused("modules.not-older", StatusCodes.Status409Conflict, Keys.ModulesNotOlder, to, desired.Version);
    }

    public async Task<OperationAnswer> DisableAsync(string id, Act act, CancellationToken cancellationToken) => await database.Desired.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) switch
    {
        null => Unknown(id),
        { Enabled: false } => OperationAnswer.Already,
        var desired => await AskAsync(OperationVerb.Disable, id, desired.Version, act, cancellationToken),
    };

    public async Task<OperationAnswer> EnableAsync(string id, Act act, CancellationToken cancellationToken)
    {
        if (await database.Desired.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } desired) return Unknown(id);
        // What crashed too often and was shut away gets another chance by the same act.
        var released = runtime.Release(id);
        return desired.Enabled && !released && runtime.Find(id) is { Answers: true } ? OperationAnswer.Already : await AskAsync(OperationVerb.Enable, id, desired.Version, act, cancellationToken);
    }

    /// <summary>Takes a module out; its data stay.</summary>
    public async Task<OperationAnswer> RemoveAsync(string id, Act act, CancellationToken cancellationToken)
    {
        var picture = await ModuleLedger.ReadAsync(database, cancellationToken);
        if (picture.DesiredOf(id) is null && picture.VersionsOf(id).Count == 0) return Unknown(id);
        return await AskAsync(OperationVerb.Remove, id, null, act, cancellationToken);
    }

    /// <summary>Deletes the data a removed module left.</summary>
    public async Task<OperationAnswer> PurgeAsync(string id, string typedId, Act act, CancellationToken cancellationToken)
    {
        if (typedId != id) return Refused("modules.id-not-typed", StatusCodes.Status422UnprocessableEntity, Keys.ModulesIdNotTyped, id);
        var picture = await ModuleLedger.ReadAsync(database, cancellationToken);
        if (picture.DesiredOf(id) is not null || picture.VersionsOf(id).Count > 0) return Refused("modules.not-removed", StatusCodes.Status409Conflict, Keys.ModulesNotRemoved, id);
        return await backups.HasDataAsync(id, cancellationToken) ? await AskAsync(OperationVerb.Purge, id, null, act, cancellationToken) : Unknown(id);
    }

    /// <summary>Calls an operation off, as long as the new version has not taken over.</summary>
    public async Task<OperationAnswer> CallOffAsync(Guid operationId, Act act, CancellationToken cancellationToken)
    {
        if (Reasons.Fault(act.Reason, texts) is { } fault) return fault;
        return await unit.RunAsync<OperationAnswer>(async token =>
        {
            if (await database.Operations.FirstOrDefaultAsync(row => row.Id == operationId, token) is not { } operation) return Refused("modules.operation-unknown", StatusCodes.Status404NotFound, Keys.ModulesOperationUnknown);
            if (operation.State is not (OperationState.Waiting or OperationState.Running)) return OperationAnswer.Already;
            if (operation.Verb is not (OperationVerb.Activate or OperationVerb.Upgrade or OperationVerb.RollBack or OperationVerb.Enable) || operation.Restores || OperationSteps.Of(operation).Any(step => step.Phase == nameof(ModulePhase.Swap)))
                return Refused("modules.too-late", StatusCodes.Status409Conflict, Keys.ModulesTooLate);
            if (operation.State == OperationState.Waiting) (operation.State, operation.EndedAt) = (OperationState.Cancelled, clock.GetUtcNow());
            operation.CallOff = true;
            audit.Changed(database, OperationAudit.Of(operation) with { Reason = $"call off: {act.Reason}" });
            await database.SaveChangesAsync(token);
            unit.AfterCommit(signal.Wake);
            return operation;
        }, cancellationToken);
    }

    /// <summary>The newest backup the version can read.</summary>
    public async Task<KnownBackup?> FindBackupAsync(string id, string version, CancellationToken cancellationToken)
    {
        var made = await database.Operations.AsNoTracking().Where(row => row.Module == id && row.Backup != null && !row.Restores && row.From != null)
            .OrderByDescending(row => row.AskedAt).Select(row => new KnownBackup(row.Backup!, row.From!, row.AskedAt)).ToListAsync(cancellationToken); // both are there by the filter
        foreach (var backup in made)
            if (!ModulesPicture.IsBelow(version, backup.Version) && backups.Exists(id, backup.File)) return backup;
        return null;
    }

    private async Task<OperationAnswer> AskAsync(OperationVerb verb, string id, string? to, Act act, CancellationToken cancellationToken, bool running = false, string? backup = null)
    {
        if (Reasons.Fault(act.Reason, texts) is { } fault) return fault;
        try
        {
            return await unit.RunAsync<OperationAnswer>(async token =>
            {
                if (await database.Operations.AsNoTracking().FirstOrDefaultAsync(row => row.Module == id && (row.State == OperationState.Waiting || row.State == OperationState.Running), token) is { } open)
                    return open.Verb == verb && open.To == to && !running ? open : Busy(id);
                var now = clock.GetUtcNow();
                var operation = new Operation
                {
                    Id = Guid.CreateVersion7(now), Module = id, Verb = verb, From = (await database.Desired.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, token))?.Version, To = to,
                    State = running ? OperationState.Running : OperationState.Waiting, Actor = act.Actor, Reason = act.Reason.Trim(), AskedAt = now,
                    Restores = backup is not null, Backup = backup, StartedAt = running ? now : null, SeenAt = running ? now : null, Host = running ? host.Name : null, Attempts = running ? 1 : 0,
                };
                database.Operations.Add(operation);
                audit.Changed(database, OperationAudit.Of(operation));
                await database.SaveChangesAsync(token);
                if (!running) unit.AfterCommit(signal.Wake);
                return operation;
            }, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Somebody else asked in the same moment; the index lets one open operation of a module through.
            return Busy(id);
        }
    }

    private async Task EndAsync(Operation operation, ModuleFailure? failure, CancellationToken cancellationToken)
    {
        operation.State = failure is null ? OperationState.Succeeded : OperationState.Failed;
        (operation.EndedAt, operation.FailureCode) = (clock.GetUtcNow(), failure?.Code);
        if (failure is not null) operation.FailureArguments = JsonSerializer.Serialize(failure.Arguments);
        await database.SaveChangesAsync(cancellationToken);
    }

    private Refusal Busy(string id) => Refused("modules.busy", StatusCodes.Status409Conflict, Keys.ModulesBusy, id);

    private Refusal Unknown(string id) => Refused("modules.unknown", StatusCodes.Status404NotFound, Keys.ModulesUnknown, id);

    private Refusal Refused(string code, int status, string key, params object?[] arguments) => new(code, status, texts.Format(key, arguments));
}
