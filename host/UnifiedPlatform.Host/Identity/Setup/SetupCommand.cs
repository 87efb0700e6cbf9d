using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary><c>-- setup --system A --security B --audit C</c>: names the three officers without a browser.</summary>
internal sealed class SetupCommand(IServiceProvider services, IConfiguration settings) : IHostCommand
{
    private static readonly string[] Officers = ["system", "security", "audit"];

    public string Name => "setup";

    public string Usage => "setup --system NAME --security NAME --audit NAME";

    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var names = Officers.Select(officer => settings[officer] is { Length: > 1 } name ? name : throw new StartupFailure($"Usage: {Usage}")).ToArray();
        if (names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < Officers.Length) throw new StartupFailure("System, security and audit officer are three different people.");
        services.ActAsModule("host");
        foreach (var migrator in services.GetKeyedServices<IModuleMigrator>(Databases.Host)) await migrator.MigrateAsync(cancellationToken);
        var database = services.GetRequiredService<IdentityDbContext>();
        await services.GetRequiredService<InstallationCheck>().BelongTogetherAsync(database, cancellationToken);
        if (await OfficersReady.IsSetUpAsync(database, cancellationToken)) throw new StartupFailure("The three officers are named already.");
        var secrets = await services.GetRequiredKeyedService<IUnitOfWork>(Databases.Host).RunAsync(
            async token => await services.GetRequiredService<FirstRun>().NameAsync([.. names.Select(name => (name, name))], token), cancellationToken);
        for (var i = 0; i < Officers.Length; i++) await Console.Out.WriteLineAsync($"{Officers[i]} {names[i]}: /activate/{secrets[i]} (30 minutes)");
        return 0;
    }
}
