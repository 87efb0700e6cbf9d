using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnifiedPlatform.Host.Modules;
using UnifiedPlatform.Host.Modules.Commands;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.DevHost;

/// <summary>Builds the module at the start and after each save, and installs and activates it as an administrator would. What does not compile or start leaves the version before serving.</summary>
internal sealed class ReplaceOnSave(DevelopedModule module, ModuleBuild build, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly string Developer = Act.Shell + Environment.UserName;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var saved = new SavedFiles(module.Folder);
        try
        {
            await ServingAsync(stoppingToken);
            while (true)
            {
                if (await build.RunAsync(stoppingToken) is { } package) await ReplaceAsync(package, stoppingToken);
                await saved.NextAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync($"{module.Id} is watched no longer.");
        }
    }

    private async Task ReplaceAsync(string package, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        try
        {
            var install = scope.ServiceProvider.GetRequiredService<ModuleInstall>();
            await using var file = File.OpenRead(package);
            var staged = await install.StageAsync(file, allowsOlder: true, cancellationToken);
            var answer = await install.InstallAsync(staged, new InstallChoice(staged.Package.CapabilitiesAsked, Activates: true), new Act(Developer, "saved"), cancellationToken);
            if (answer.Refusal is { } refusal) await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Detail}");
            if (answer.Operation is not { } operation) return;
            if (await new OperationWatch(scopes).FollowAsync(operation.Id, Console.Out, cancellationToken) == OperationState.Succeeded)
                await Console.Out.WriteLineAsync($"{module.Id} {staged.Package.Manifest.Version} runs. Save a file of it to replace it.");
        }
        catch (ModuleRefusedException refused)
        {
            var texts = scope.ServiceProvider.GetRequiredService<ModuleFailureTexts>();
            foreach (var failure in refused.Failures) await Console.Error.WriteLineAsync($"{failure.Code}: {texts.Of(failure)}");
        }
    }

    // The reconciler must have seen what is installed before something newer is asked for.
    private async Task ServingAsync(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
