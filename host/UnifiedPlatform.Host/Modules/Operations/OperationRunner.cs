using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Carries a claimed operation out. Every step may be done twice: after a crash the whole is run again from its beginning.</summary>
internal sealed class OperationRunner(
    ModuleLedger ledger, IModuleRuntime runtime, IPackageStore store, PackageFetch packages, DataBackups backups, ModuleSettings settings, Served served, StopPoint stop, ILogger<OperationRunner> logger)
{
    // A third crash at the same act is no accident any more.
    private const int MostAttempts = 3;

    public async Task RunAsync(Operation operation, ModulesPicture picture, CancellationToken callOff, CancellationToken stopping)
    {
        if (operation.Attempts > MostAttempts)
        {
            await ledger.FailAsync(operation, OperationFailures.InterruptedTimes(operation.Attempts - 1), stopping);
            return;
        }
        await using var trace = new OperationTrace(operation.Id, ledger, stop, logger);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(callOff, stopping);
        logger.LogInformation("Module {Module}: {Verb} {From} > {To} begins.", operation.Module, operation.Verb, operation.From, operation.To);
        try
        {
            var failure = await RunAsync(operation, picture, trace, limit.Token);
            if (failure is not null) await ledger.FailAsync(operation, failure, CancellationToken.None);
            logger.LogInformation("Module {Module}: {Verb} {From} > {To} ended ({Failure}).", operation.Module, operation.Verb, operation.From, operation.To, failure?.Code ?? "done");
        }
        catch (ModuleRefusedException refused)
        {
            await ledger.FailAsync(operation, refused.Failure, CancellationToken.None);
        }
        catch (OperationCanceledException) when (callOff.IsCancellationRequested && !stopping.IsCancellationRequested)
        {
            await ledger.CancelAsync(operation, CancellationToken.None);
        }
        catch (Exception error) when (!stopping.IsCancellationRequested && error is not System.Data.Common.DbException)
        {
            logger.LogError(error, "Module {Module}: {Verb} failed.", operation.Module, operation.Verb);
            await ledger.FailAsync(operation, new ModuleFailure(ModuleFailureCodes.Threw, operation.Verb.ToString(), error.GetType().Name), CancellationToken.None);
        }
    }

    private Task<ModuleFailure?> RunAsync(Operation operation, ModulesPicture picture, OperationTrace trace, CancellationToken cancellationToken) => operation.Verb switch
    {
        OperationVerb.Install => FinishInstallAsync(operation, picture, cancellationToken),
        OperationVerb.Disable => DisableAsync(operation, trace, cancellationToken),
        OperationVerb.Remove => RemoveAsync(operation, trace, cancellationToken),
        OperationVerb.Purge => PurgeAsync(operation, trace, cancellationToken),
        _ => operation.Restores ? RestoreAsync(operation, picture, trace, cancellationToken) : ServeAsync(operation, picture, trace, cancellationToken),
    };

    private async Task<ModuleFailure?> ServeAsync(Operation operation, ModulesPicture picture, OperationTrace trace, CancellationToken cancellationToken)
    {
        var to = operation.To ?? throw ModuleRefusedException.For(OperationFailures.PackageMissing, "-");
        var package = await packages.GetAsync(operation.Module, to, picture.VersionsOf(operation.Module).FirstOrDefault(row => row.Version == to)?.Hash, cancellationToken);
        if (!picture.CanRead(operation.Module, to)) return new ModuleFailure(OperationFailures.BelowFloor, to, picture.DataOf(operation.Module)!.Floor); // it cannot read the mark that stands
        return await SwapAsync(operation, package, new SwapPolicy { AcceptsNewerData = picture.ReadsNewer(operation.Module, to), WaitsForEnd = false }, trace, cancellationToken);
    }

    private async Task<ModuleFailure?> SwapAsync(Operation operation, InstalledPackage package, SwapPolicy policy, OperationTrace trace, CancellationToken cancellationToken)
    {
        var hash = settings.HashOf(operation.Module);
        var report = await runtime.ActivateAsync(package, policy, trace, cancellationToken);
        if (report.Failure is { } failure && failure.Code != OperationFailures.RestartNeeded) return failure;
        if (report.Succeeded) served.Note(package, hash);
        trace.Step("Commit", Runtime.StepState.Begun);
        await ledger.SucceedAsync(operation, async (database, token) =>
        {
            await WantAsync(database, operation, package.Manifest.Version, token);
            if (report.Succeeded) await ledger.ServedAsync(database, package, hash, operation.Restores, token);
        }, report.Backup, CancellationToken.None);
        trace.Step("Commit", Runtime.StepState.Done);
        if (report is { Succeeded: true, From: not null, Old: null }) trace.Follow();
        return null;
    }

    /// <summary>Goes back to the data of a backup, because the version cannot read what newer ones made of them. What stood is kept beside until the version serves.</summary>
    private async Task<ModuleFailure?> RestoreAsync(Operation operation, ModulesPicture picture, OperationTrace trace, CancellationToken cancellationToken)
    {
        var to = operation.To ?? throw ModuleRefusedException.For(OperationFailures.PackageMissing, "-");
        var backup = operation.Backup ?? throw ModuleRefusedException.For(OperationFailures.BackupMissing, "-");
        var package = await packages.GetAsync(operation.Module, to, null, cancellationToken);
        if (!backups.Exists(operation.Module, backup)) return new ModuleFailure(OperationFailures.BackupMissing, backup);
        await runtime.DeactivateAsync(operation.Module, StopReason.Replaced, trace, cancellationToken);

        trace.Step("Restore", Runtime.StepState.Begun);
        await backups.RestoreAsync(operation.Module, backup, operation.Id, CancellationToken.None);
        trace.Step("Restore", Runtime.StepState.Done);
        if (await SwapAsync(operation, package, new SwapPolicy { WaitsForEnd = false }, trace, CancellationToken.None) is { } failure)
        {
            await backups.UndoAsync(operation.Module, operation.Id, CancellationToken.None);
            return failure;
        }
        return null;
    }

    private async Task<ModuleFailure?> DisableAsync(Operation operation, OperationTrace trace, CancellationToken cancellationToken)
    {
        await ledger.RunAsync(async (database, token) => await database.Desired.Where(row => row.Id == operation.Module).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Enabled, false).SetProperty(row => row.ChangedBy, operation.Actor).SetProperty(row => row.ChangedAt, operation.AskedAt).SetProperty(row => row.Reason, operation.Reason), token), cancellationToken);
        await runtime.DeactivateAsync(operation.Module, StopReason.Disabled, trace, cancellationToken);
        served.Forget(operation.Module);
        await ledger.SucceedAsync(operation, static (_, _) => default, null, CancellationToken.None);
        return null;
    }

    private async Task<ModuleFailure?> RemoveAsync(Operation operation, OperationTrace trace, CancellationToken cancellationToken)
    {
        // Not wanted any more from here on, also after a crash and on every other host; the row of the operation says that the rest is still to do.
        await ledger.RunAsync(async (database, token) => await database.Desired.Where(row => row.Id == operation.Module).ExecuteDeleteAsync(token), cancellationToken);
        await runtime.DeactivateAsync(operation.Module, StopReason.Uninstalled, trace, cancellationToken);
        runtime.Forget(operation.Module);
        served.Forget(operation.Module);
        trace.Step("Remove", Runtime.StepState.Begun);
        foreach (var version in store.Installed(operation.Module)) store.Remove(operation.Module, version.Version);
        stop.Reached(StopPoint.Removed);
        await ledger.SucceedAsync(operation, async (database, token) =>
        {
            await database.Versions.Where(row => row.Module == operation.Module).ExecuteDeleteAsync(token);
            await database.Contents.Where(row => row.Module == operation.Module).ExecuteDeleteAsync(token);
            await database.Grants.Where(row => row.Module == operation.Module).ExecuteUpdateAsync(set => set.SetProperty(row => row.Orphaned, true), token);
        }, null, CancellationToken.None);
        trace.Step("Remove", Runtime.StepState.Done);
        return null;
    }

    private async Task<ModuleFailure?> PurgeAsync(Operation operation, OperationTrace trace, CancellationToken cancellationToken)
    {
        trace.Step("Purge", Runtime.StepState.Begun);
        await backups.PurgeAsync(operation.Module, cancellationToken);
        stop.Reached(StopPoint.Purged);
        await ledger.SucceedAsync(operation, async (database, token) =>
        {
            await database.Data.Where(row => row.Module == operation.Module).ExecuteDeleteAsync(token);
            await database.Grants.Where(row => row.Module == operation.Module && row.Orphaned).ExecuteDeleteAsync(token);
        }, null, CancellationToken.None);
        trace.Step("Purge", Runtime.StepState.Done);
        return null;
    }

    /// <summary>An installation whose process ended in the middle: the package lies in its place or it does not.</summary>
    private async Task<ModuleFailure?> FinishInstallAsync(Operation operation, ModulesPicture picture, CancellationToken cancellationToken)
    {
        if (operation.To is not { } version || store.Find(operation.Module, version) is not { } package) return OperationFailures.InterruptedTimes(operation.Attempts);
        if (packages.Shares && picture.VersionsOf(operation.Module).All(row => row.Version != version || row.Hash != package.Hash))
        {
            // The other hosts take packages out of the database, and the upload that would have brought this one there is gone.
            store.Remove(operation.Module, version);
            return OperationFailures.InterruptedTimes(operation.Attempts);
        }
        await ledger.SucceedAsync(operation, async (database, token) => await KeptVersions.SaveAsync(database, package, operation.Actor, operation.AskedAt, token), null, cancellationToken);
        return null;
    }

    private static async ValueTask WantAsync(ModulesDbContext database, Operation operation, string version, CancellationToken cancellationToken)
    {
        if (await database.Desired.SingleOrDefaultAsync(row => row.Id == operation.Module, cancellationToken) is not { } desired)
        {
            database.Desired.Add(new DesiredModule { Id = operation.Module, Version = version, Enabled = true, ChangedBy = operation.Actor, ChangedAt = operation.AskedAt, Reason = operation.Reason });
            return;
        }
        (desired.Version, desired.Enabled, desired.ChangedBy, desired.ChangedAt, desired.Reason) = (version, true, operation.Actor, operation.AskedAt, operation.Reason);
    }
}
