using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Build;
using UnifiedPlatform.Sdk.Build.Packing;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>Modules compiled and packed for a measurement, signed with the key of the clone.</summary>
internal sealed class BenchModules : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("up-bench-modules-");

    /// <summary>Packs a module and gives the package's path.</summary>
    public string Pack(string id, string version, string source, params (string Name, string Text)[] files)
    {
        var project = Path.Combine(_folder.FullName, "src", id);
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(project, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? project);
            File.WriteAllText(file, text);
        }
        Directory.CreateDirectory(project);
        var assembly = ModuleSource.Compile(Path.Combine(_folder.FullName, "bin", id, version), id, version, source);
        var output = Path.Combine(_folder.FullName, "out", id, version);
        PackCommand.Run(Arguments.Parse(["--assembly", assembly, "--project", project, "--id", id, "--version", version, "--out", output, "--key", Path.Combine(Checkout.Root, ".keys", "module-dev.pem")]));
        return Path.Combine(output, $"{id}-{version}.upm");
    }

    /// <summary>A folder that offers these packages.</summary>
    public string Offer(string name, params IEnumerable<string> packages)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "offered", name)).FullName;
        foreach (var package in packages) File.Copy(package, Path.Combine(folder, Path.GetFileName(package)), overwrite: true);
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
