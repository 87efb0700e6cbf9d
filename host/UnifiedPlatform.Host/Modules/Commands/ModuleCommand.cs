using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Modules.Commands;

/// <summary><c>-- module …</c>: the acts of the page and the API, written into the same journal. A running host carries them out and the command shows how far it is.</summary>
internal sealed class ModuleCommand(IServiceProvider services, IConfiguration settings) : IHostCommand
{
    private const int Failed = 1;

    public string Name => "module";

    public string Usage =>
        "module list · module install FILE --reason WHY [--grant CAPABILITY,…|*] [--install-only] [--older] · module activate|roll-back ID [VERSION] --reason WHY [--restore-backup] · "
        + "module disable|enable|remove ID --reason WHY · module purge ID --confirm ID --reason WHY · module verify FILE · module export-data ID --to DIR [--format csv|json] [--reveal --purpose WHAT --reason WHY] · "
        + "module new-key FILE · module sign FILE --key FILE";

    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        ConsoleLanguage.Use();
        switch (words)
        {
            case ["new-key", var file]: return await PackageKeys.MakeAsync(file, cancellationToken);
            case ["sign", var file]: return await PackageKeys.SignAsync(file, settings["key"] ?? throw new StartupFailure($"Usage: {Usage}"), cancellationToken);
        }
        services.ActAsModule("host");
        var alone = services.GetRequiredService<DataDirectory>().ClaimOrShare();
        if (alone) await services.GetRequiredService<StorageStart>().StartAsync(cancellationToken);
        services.GetRequiredService<StartTurn>().Leave();
        var modules = services.GetRequiredService<ModuleOperations>();
        try
        {
            return words switch
            {
                ["list"] => await ListAsync(cancellationToken),
                ["verify", var file] => await VerifyAsync(file, cancellationToken),
                ["install", var file] => await InstallAsync(file, alone, cancellationToken),
                ["activate", var id] => await FollowAsync(await modules.ActivateAsync(id, null, Flag("restore-backup"), Reason, cancellationToken), alone, cancellationToken),
                ["activate", var id, var version] => await FollowAsync(await modules.ActivateAsync(id, version, Flag("restore-backup"), Reason, cancellationToken), alone, cancellationToken),
                ["roll-back", var id] => await FollowAsync(await modules.RollBackAsync(id, null, Flag("restore-backup"), Reason, cancellationToken), alone, cancellationToken),
                ["roll-back", var id, var version] => await FollowAsync(await modules.RollBackAsync(id, version, Flag("restore-backup"), Reason, cancellationToken), alone, cancellationToken),
                ["disable", var id] => await FollowAsync(await modules.DisableAsync(id, Reason, cancellationToken), alone, cancellationToken),
                ["enable", var id] => await FollowAsync(await modules.EnableAsync(id, Reason, cancellationToken), alone, cancellationToken),
                ["remove", var id] => await FollowAsync(await modules.RemoveAsync(id, Reason, cancellationToken), alone, cancellationToken),
                ["purge", var id] => await FollowAsync(await modules.PurgeAsync(id, settings["confirm"] ?? "", Reason, cancellationToken), alone, cancellationToken),
                ["export-data", var id] => await services.GetRequiredService<DataExport>().RunAsync(id, settings, Reason, cancellationToken),
                _ => throw new StartupFailure($"Usage: {Usage}"),
            };
        }
        catch (ModuleRefusedException refused)
        {
            var texts = services.GetRequiredService<ModuleFailureTexts>();
            foreach (var failure in refused.Failures) await Console.Error.WriteLineAsync($"{failure.Code}: {texts.Of(failure)}");
            return Failed;
        }
    }

    private Act Reason => new(Act.Shell + Environment.UserName, settings["reason"] ?? "");

    private bool Flag(string name) => settings[name] is "" or "true" or "True";

    private async Task<int> ListAsync(CancellationToken cancellationToken)
    {
        var picture = await services.GetRequiredService<ModuleLedger>().ReadAsync(cancellationToken);
        foreach (var module in picture.Versions.Select(row => row.Module).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var desired = picture.DesiredOf(module);
            var wanted = desired is null ? "installed" : desired.Enabled ? $"wanted {desired.Version}" : $"off {desired.Version}";
            await Console.Out.WriteLineAsync($"{module,-24} {wanted,-22} {string.Join(' ', picture.VersionsOf(module).Select(row => row.Version))}{(picture.OpenOf(module) is { } open ? $"  ({open.Verb} {open.State})" : "")}");
        }
        return 0;
    }

    private async Task<int> VerifyAsync(string file, CancellationToken cancellationToken)
    {
        var install = services.GetRequiredService<ModuleInstall>();
        await using var package = Open(file);
        var staged = await install.StageAsync(package, allowsOlder: true, cancellationToken);
        install.Discard(staged);
        await TellAsync(staged.Package);
        return 0;
    }

    private async Task<int> InstallAsync(string file, bool alone, CancellationToken cancellationToken)
    {
        var install = services.GetRequiredService<ModuleInstall>();
        await using var package = Open(file);
        var staged = await install.StageAsync(package, Flag("older"), cancellationToken);
        await TellAsync(staged.Package);
        var grant = settings["grant"] ?? "";
        var granted = grant == "*" ? staged.Package.CapabilitiesAsked : grant.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return await FollowAsync(await install.InstallAsync(staged, new InstallChoice(granted, !Flag("install-only")), Reason, cancellationToken), alone, cancellationToken);
    }

    private async Task TellAsync(Runtime.Packages.StagedPackage package)
    {
        var manifest = package.Manifest;
        await Console.Out.WriteLineAsync($"{manifest.Id} {manifest.Version} by {package.Publisher.Name} ({package.Publisher.Level}, {package.Publisher.Fingerprint}), SDK {manifest.Requires.Sdk}");
        foreach (var capability in package.CapabilitiesAsked) await Console.Out.WriteLineAsync($"asks for {capability}");
        foreach (var finding in package.Findings) await Console.Out.WriteLineAsync($"note: {services.GetRequiredService<ModuleFailureTexts>().Of(finding)}");
    }

    private async Task<int> FollowAsync(OperationAnswer answer, bool alone, CancellationToken cancellationToken)
    {
        if (answer.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Code}: {refusal.Detail}");
            return Failed;
        }
        if (answer.Operation is not { } operation)
        {
            await Console.Out.WriteLineAsync("It is so already.");
            return 0;
        }
        if (operation.State is OperationState.Waiting && alone)
        {
            await Console.Out.WriteLineAsync("Noted. No host runs on this data directory; the next one carries it out when it starts.");
            return 0;
        }
        var end = await new OperationWatch(services.GetRequiredService<IServiceScopeFactory>()).FollowAsync(operation.Id, Console.Out, cancellationToken);
        return end is OperationState.Succeeded or OperationState.Waiting ? 0 : Failed;
    }

    private static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure($"The package {file} cannot be read. Name a readable .upm file.");
        }
    }
}
