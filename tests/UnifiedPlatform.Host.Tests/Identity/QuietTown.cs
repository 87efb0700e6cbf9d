using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

/// <summary>The demo without modules, on a clock that tests move.</summary>
public sealed class QuietTown : IAsyncLifetime
{
    private readonly DirectoryInfo _noModules = Directory.CreateTempSubdirectory("up-none-");

    public TestPlatform Platform { get; private set; } = null!; // set before the first test

    internal MovableClock Clock { get; } = new(new DateTimeOffset(2026, 9, 28, 1, 0, 0, TimeSpan.Zero));

    public async ValueTask InitializeAsync() =>
        Platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = _noModules.FullName, Residents = 1, WaitUntilReady = false, Configure = builder => builder.Services.AddSingleton<TimeProvider>(Clock) });

    public async ValueTask DisposeAsync()
    {
        await Platform.DisposeAsync();
        _noModules.Delete();
    }

    /// <summary>Runs an act of administration as the platform, committed when it returns.</summary>
    internal async Task<T> AdministerAsync<T>(Func<AccountAdministration, CancellationToken, ValueTask<T>> act, CancellationToken cancellationToken)
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        return await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>(Databases.Host).RunAsync(
            async token => await act(scope.ServiceProvider.GetRequiredService<AccountAdministration>(), token), cancellationToken);
    }

    internal async Task<AccountId> AccountAsync(string user, CancellationToken cancellationToken)
    {
        await using var scope = Platform.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<UnifiedPlatform.Host.Identity.Data.IdentityDbContext>();
        return database.Accounts.Single(account => account.UserName == user).Id;
    }
}
