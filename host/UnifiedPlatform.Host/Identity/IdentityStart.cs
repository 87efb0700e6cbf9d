using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.Setup;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Checks at start that keys and database belong together and that every endpoint has a rule; offers the set-up when nobody has an account.</summary>
internal sealed class IdentityStart(IServiceScopeFactory scopes, KeyRing ring, HostEndpoints endpoints, DemoAccounts demo, PlatformOptions options, TimeProvider clock, ILogger<IdentityStart> logger) : IHostedLifecycleService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        endpoints.RefuseUndecided();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        await BelongTogetherAsync(database, cancellationToken);
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

    private async Task BelongTogetherAsync(IdentityDbContext database, CancellationToken cancellationToken)
    {
        var installation = await database.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (installation is null)
        {
            database.Installations.Add(new Installation { Id = ring.Installation, CreatedAt = clock.GetUtcNow() });
            await database.SaveChangesAsync(cancellationToken);
            logger.LogInformation("Installation {Installation} begins.", ring.Installation);
            return;
        }
        if (installation.Id == ring.Installation) return;
        if (ring.IsNew) ring.Discard();
        throw new StartupFailure(ring.IsNew
            ? $"The keys of this data directory are missing: {options.Keys} had no {KeyRing.FileName}. Put the key directory back or name it with --keys DIR; without it identity numbers and phones stay closed."
            : $"The keys in {options.Keys} belong to another installation than the data. Name the right key directory with --keys DIR.");
    }
}
