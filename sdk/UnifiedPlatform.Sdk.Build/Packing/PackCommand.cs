using UnifiedPlatform.Sdk.Build.Metadata;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary><c>pack</c>: a compiled module becomes a signed package.</summary>
internal static class PackCommand
{
    public static int Run(Arguments arguments)
    {
        var (assemblyPath, id, version, output) = (arguments["assembly"], arguments["id"], arguments["version"], arguments["out"]);
        var assembly = AssemblyFile.Read(assemblyPath);
        // An empty project on its way to become a module is not an error yet.
        if (!assembly.All<ModuleAttribute>().Any() && !assembly.Types.Any(type => type.Implements(typeof(IModule)))) return 0;

        var references = References(arguments.Find("references"));
        var own = SharedClosure.PrivateAssemblies(Path.ChangeExtension(assemblyPath, ".deps.json"), Path.GetFileName(assemblyPath));
        var folder = new PackFolder(arguments["project"]);
        var writer = new ManifestWriter(assembly, assemblyPath, folder, id, version);
        var manifest = writer.Write(SdkVersion(references, assembly), [.. own]);
        if (writer.Faults.Count > 0) throw new BuildFailure(writer.Faults, arguments["project"].TrimEnd('/', '\\'));

        Directory.CreateDirectory(output);
        var package = Path.Combine(output, $"{id}-{version}.upm");
        using (var key = SigningKey.OpenOrCreate(arguments["key"]))
            PackageFile.Write(package, manifest, [(manifest.Assembly, assemblyPath), .. own.Select(file => (file, Locate(file, references))), .. folder.Assets()], key);
        foreach (var old in Directory.EnumerateFiles(output, $"{id}-*.upm").Where(file => IsVersionOf(file, id) && file != package)) File.Delete(old);
        return 0;
    }

    private static string[] References(string? list) => list is not null && File.Exists(list) ? File.ReadAllLines(list) : [];

    private static string Locate(string file, string[] references) =>
        references.FirstOrDefault(reference => string.Equals(Path.GetFileName(reference), file, StringComparison.OrdinalIgnoreCase))
        ?? throw new BuildFailure($"{file} belongs in the package and is not among the references.");

    // The assembly version is frozen within a major; the file version tells what was really compiled against.
    private static string SdkVersion(string[] references, AssemblyContents assembly) =>
        references.FirstOrDefault(reference => Path.GetFileName(reference) == "UnifiedPlatform.Sdk.dll") is { } sdk
        && AssemblyFile.Read(sdk).Attributes.FirstOrDefault(attribute => attribute.Type == "System.Reflection.AssemblyFileVersionAttribute") is { } version
            ? version.Text(0)
            : assembly.References.First(reference => reference.Name == "UnifiedPlatform.Sdk").Version;

    // "grid-1.0.0.upm" is a version of "grid", "grid-events-1.0.0.upm" is another module.
    private static bool IsVersionOf(string file, string id) => char.IsAsciiDigit(Path.GetFileName(file)[id.Length + 1]);
}
