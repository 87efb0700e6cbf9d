using System.Diagnostics;

namespace UnifiedPlatform.Sdk.DevHost;

/// <summary>Builds and packs the module beside the developer's own builds, whose outputs it leaves alone.</summary>
internal sealed class ModuleBuild(DevelopedModule module, TimeProvider clock)
{
    /// <summary>Gives the package; null: it does not compile, and the compiler has said why.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        var version = module.VersionAt(clock.GetUtcNow());
        var packages = module.InState("packages");
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet",
        [
            "build", module.Project, "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary", $"-property:Version={version}", $"-property:OutDir={module.InState("out")}{Path.DirectorySeparatorChar}",
            "-property:IntermediateOutputPath=obj/dev/", $"-property:ModulePackageFolder={packages}{Path.DirectorySeparatorChar}",
        ]) { UseShellExecute = false, WorkingDirectory = module.Folder };
        using var build = new Process { StartInfo = start };
        build.Start();
        try
        {
            await build.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }
        return build.ExitCode == 0 ? Path.Combine(packages, $"{module.Id}-{version}.upm") : null;
    }
}
