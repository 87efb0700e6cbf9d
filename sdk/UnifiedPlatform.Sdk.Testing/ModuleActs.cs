using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>Installs, replaces and switches off a module as an administrator does: by the host's operations, with its decision on what the module asks for, carried out by its reconciler.</summary>
internal sealed class ModuleActs(IServiceProvider services, IReadOnlyCollection<string> withheld)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly Act Tester = new(Act.Host, "test");
    private readonly IModuleRuntime _runtime = services.GetRequiredService<IModuleRuntime>();

    /// <summary>Lets a package serve. Refused packages and failed versions are told by the report, with what serves on.</summary>
    public async Task<SwapReport> ServeAsync(ModulePackage package, CancellationToken cancellationToken)
    {
        var (id, to) = (package.Contents.Id, package.Contents.Version);
        var before = _runtime.Find(id);
        var from = before is { Answers: true } ? before.Version : null;
        try
        {
            var served = await OperateAsync<ModuleInstall>(install => InstallAsync(install, package, cancellationToken), from is not null && before?.State == ModuleState.Running, cancellationToken);
            return new SwapReport(Status(id), from, to, FailureOf(served)) { Old = EndOf(served), Backup = served?.Backup };
        }
        catch (ModuleRefusedException refused)
        {
            return new SwapReport(Status(id), from, to, refused.Failure);
        }
    }

    /// <summary>Switches the module off and waits for the proof that its code is gone.</summary>
    public async Task<UnloadReport> SwitchOffAsync(string id, CancellationToken cancellationToken)
    {
        var done = await OperateAsync<ModuleOperations>(operations => operations.DisableAsync(id, Tester, cancellationToken), _runtime.Find(id)?.State == ModuleState.Running, cancellationToken);
        return EndOf(done) ?? new UnloadReport(true, false, 0);
    }

    private async Task<OperationAnswer> InstallAsync(ModuleInstall install, ModulePackage package, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(package.File);
        var staged = await install.StageAsync(file, allowsOlder: true, cancellationToken);
        return await install.InstallAsync(staged, new InstallChoice([.. staged.Package.CapabilitiesAsked.Except(withheld)], Activates: true), Tester, cancellationToken);
    }

    // Null: it is so already.
    private async Task<OperationView?> OperateAsync<TService>(Func<TService, Task<OperationAnswer>> ask, bool ends, CancellationToken cancellationToken) where TService : notnull
    {
        OperationAnswer answer;
        await using (var scope = services.CreateAsyncScope())
        {
            scope.ServiceProvider.ActAsModule("host");
            answer = await ask(scope.ServiceProvider.GetRequiredService<TService>());
        }
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"{refusal.Code}: {refusal.Detail}");
        if (answer.Operation is not { } operation) return null;
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            var view = await ReadAsync(operation.Id, cancellationToken);
            if (view.Ended && (view.FailureCode is not null || !ends || EndOf(view) is not null)) return view;
        }
        throw new InvalidOperationException("The operation was left unended.");
    }

    private async Task<OperationView> ReadAsync(Guid operation, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        return await scope.ServiceProvider.GetRequiredService<ModuleQueries>().OperationAsync(operation, cancellationToken) ?? throw new InvalidOperationException("The operation is not in the journal.");
    }

    private ModuleStatus Status(string id) => _runtime.Find(id) ?? throw new InvalidOperationException($"The host does not know {id}.");

    private static ModuleFailure? FailureOf(OperationView? operation) => operation?.FailureCode is { } code ? new ModuleFailure(code, operation.Failure ?? "") : null;

    // The proof is the last step of whoever leaves.
    private static UnloadReport? EndOf(OperationView? operation)
    {
        if (operation?.Steps.LastOrDefault(step => step.Phase == nameof(ModulePhase.Prove) && step.State != StepState.Begun) is not { } proof) return null;
        return new UnloadReport(operation.Steps.Any(step => step is { Phase: nameof(ModulePhase.Drain), State: StepState.Done }), proof.State == StepState.Done, 0);
    }
}
