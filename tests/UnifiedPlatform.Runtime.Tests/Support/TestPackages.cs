using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Build;
using UnifiedPlatform.Sdk.Build.Packing;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Packs compiled modules with the build tool itself.</summary>
internal sealed class TestPackages : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("up-packages-").FullName;

    public string KeyFile => Path.Combine(Folder, "key.pem");

    public string PublicKey => File.ReadAllText(Path.Combine(Folder, "key.pub.pem"));

    public string Project(string id) => Path.Combine(Folder, "src", id);

    public string Pack(string id, string version, string source)
    {
        var project = Project(id);
        Directory.CreateDirectory(project);
        var assembly = ModuleSource.Compile(Path.Combine(Folder, "bin", id, version), id, version, source);
        // A folder a version: the tool removes the older package of the same module.
        var output = Path.Combine(Folder, "out", version);
        PackCommand.Run(Arguments.Parse(["--assembly", assembly, "--project", project, "--id", id, "--version", version, "--out", output, "--key", KeyFile]));
        return Path.Combine(output, $"{id}-{version}.upm");
    }

    public ECDsa Key() => SigningKey.OpenOrCreate(KeyFile);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
