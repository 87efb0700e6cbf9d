using System.IO.Compression;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests.Conformance;

/// <summary>The released package of Ledger, changed by a test.</summary>
internal sealed class PackageDraft : IDisposable
{
    private static readonly string Released = Path.Combine(AppContext.BaseDirectory, "Released", "ledger-1.0.0.upm");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("up-draft-");

    public PackageDraft(Action<ZipArchive> change)
    {
        var file = Path.Combine(_folder.FullName, "ledger-1.0.0.upm");
        File.Copy(Released, file);
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Update)) change(zip);
        Package = ModulePackage.Read(file);
    }

    public static ModulePackage Ledger { get; } = ModulePackage.Read(Released);

    public ModulePackage Package { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
