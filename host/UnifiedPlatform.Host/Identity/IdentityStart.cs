using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.Setup;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Checks at start that keys and database belong together and that every endpoint has a rule; offers the set-up when nobody has an account.</summary>
internal sealed class IdentityStart(IServiceScopeFactory scopes, InstallationCheck installation, HostEndpoints endpoints, DemoAccounts demo, PlatformOptions options) : IHostedLifecycleService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        endpoints.RefuseUndecided();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await installation.BelongTogetherAsync(database, cancellationToken);
        if (options.Demo) return;
        if (await scope.ServiceProvider.GetRequiredService<FirstRun>().OfferAsync(cancellationToken) is { } token)
            Console.WriteLine($"Nobody has an account yet. Open /setup within 30 minutes with this one-time token: {token} (also in {options.InData(FirstRun.TokenFile)})");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Demo accounts come after every room has started: their file names permissions of the modules.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Demo) await demo.EnsureAsync(cancellationToken);
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
