using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Packages;

/// <summary>Every kind of bad package is refused with its reason and leaves nothing behind.</summary>
public sealed class BadPackageTests : IDisposable
{
    private readonly TestPackages _packages = new();
    private readonly string _good;

    public BadPackageTests() => _good = _packages.Pack("sample", "1.0.0", Sources.Sample("sample"));

    [Fact]
    public void The_good_one_is_installed_and_installed_again_without_a_change()
    {
        var first = Store().Install(_good);
        var written = File.GetLastWriteTimeUtc(Path.Combine(first.Folder, "module.json"));

        var second = Store().Install(_good);

        Assert.Equal(first.Folder, second.Folder);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(second.Folder, "module.json")));
    }

    [Fact]
    public void No_file_at_all() => Refused(ModuleFailureCodes.Unreadable, Path.Combine(_packages.Folder, "none-1.0.0.upm"));

    [Fact]
    public void Not_a_zip() => Refused(ModuleFailureCodes.Unreadable, WriteBytes(Encoding.ASCII.GetBytes("not a zip")));

    [Fact]
    public void Cut_off_anywhere()
    {
        var bytes = File.ReadAllBytes(_good);
        foreach (var length in new[] { 0, 10, bytes.Length / 4, bytes.Length / 2, bytes.Length - 1 }) Refused(null, WriteBytes(bytes[..length]));
    }

    [Fact]
    public void One_bit_flipped_anywhere_never_installs_other_contents()
    {
        var bytes = File.ReadAllBytes(_good);
        var step = Math.Max(1, bytes.Length / 150);
        for (var position = 0; position < bytes.Length; position += step)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[position] ^= 1;
            var file = WriteBytes(flipped);
            // Bits of zip housekeeping (time stamps, versions) carry no content: then the package is the same one.
            if (Reason(file) is null) Assert.Equal(new ZipDraft(_good).Bytes("module.json"), File.ReadAllBytes(Path.Combine(Installed, "module.json")));
            if (Directory.Exists(Installed)) Directory.Delete(Installed, recursive: true);
        }
    }

    [Fact]
    public void Signed_by_somebody_else()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = new ZipDraft(_good);
        Refused(ModuleFailureCodes.Untrusted, Write(draft.Sign(draft.Manifest, stranger)));
    }

    [Fact]
    public void Signature_missing() => Refused(ModuleFailureCodes.Unsigned, Write(new ZipDraft(_good).Remove("module.sig")));

    [Fact]
    public void Signature_of_nonsense() => Refused(ModuleFailureCodes.Untrusted, Write(new ZipDraft(_good).Replace("module.sig", new byte[70])));

    [Fact]
    public void Manifest_missing() => Refused(ModuleFailureCodes.Unsigned, Write(new ZipDraft(_good).Remove("module.json")));

    [Fact]
    public void Manifest_changed_after_signing()
    {
        var draft = new ZipDraft(_good);
        Refused(ModuleFailureCodes.Untrusted, Write(draft.Replace("module.json", ManifestJson.Write(draft.Manifest with { Publisher = "other" }))));
    }

    [Fact]
    public void Manifest_of_a_hundred_megabytes() =>
        Refused(ModuleFailureCodes.TooLarge, Write(new ZipDraft(_good).Replace("module.json", new byte[100 << 20])));

    [Fact]
    public void A_file_more_than_listed() => Refused(ModuleFailureCodes.FileExtra, Write(new ZipDraft(_good).Add("extra.dll", [1])));

    [Fact]
    public void A_listed_file_missing() => Refused(ModuleFailureCodes.FileMissing, Write(new ZipDraft(_good).Remove("sample-1.0.0.dll")));

    [Fact]
    public void A_file_with_other_contents_of_the_same_length()
    {
        var draft = new ZipDraft(_good);
        var bytes = draft.Bytes("sample-1.0.0.dll");
        bytes[^1] ^= 1;
        Refused(ModuleFailureCodes.FileChanged, Write(draft.Replace("sample-1.0.0.dll", bytes)));
    }

    [Theory]
    [InlineData("../evil.dll")]
    [InlineData("a/../../evil.dll")]
    [InlineData("/etc/evil")]
    [InlineData("C:/evil.dll")]
    [InlineData("a\\evil.dll")]
    [InlineData("a//evil.dll")]
    [InlineData("./evil.dll")]
    [InlineData(".hidden")]
    [InlineData("folder/")]
    [InlineData("con")]
    [InlineData("a/nul.txt")]
    [InlineData("ends.")]
    [InlineData("tab\tname")]
    [InlineData("a/b/c/d/e/f/g/h/i/j")]
    public void A_forbidden_name(string name) => Refused(ModuleFailureCodes.EntryName, Write(new ZipDraft(_good).Add(name, [1])));

    [Fact]
    public void A_symbolic_link() => Refused(ModuleFailureCodes.EntryName, Write(new ZipDraft(_good).Add("link", Encoding.ASCII.GetBytes("/etc/passwd"), unchecked((int)0xA1FF0000))));

    [Theory]
    [InlineData("sample-1.0.0.dll")]
    [InlineData("SAMPLE-1.0.0.dll")]
    [InlineData("sample-1.0.0.dll/inside")]
    public void A_name_twice(string name) => Refused(ModuleFailureCodes.EntryTwice, Write(new ZipDraft(_good).Add(name, [1])));

    [Fact]
    public void More_entries_than_allowed()
    {
        var draft = new ZipDraft(_good);
        for (var i = 0; i < 100_000; i++) draft.Add($"f{i}", []);
        Refused(ModuleFailureCodes.TooLarge, Write(draft));
    }

    [Fact]
    public void A_manifest_that_is_longer_than_the_directory_says() =>
        Refused(ModuleFailureCodes.Untrusted, ZipDraft.Lie(Write(new ZipDraft(_good).Replace("module.json", Noise(2 << 20))), "module.json", 100));

    [Fact]
    public void A_file_that_is_longer_than_directory_and_manifest_say()
    {
        using var key = _packages.Key();
        Refused(ModuleFailureCodes.FileChanged, ZipDraft.Lie(Write(new ZipDraft(_good).List("wwwroot/long.bin", Noise(4 << 20), key, 100)), "wwwroot/long.bin", 100));
    }

    [Fact]
    public void A_file_that_is_shorter_than_directory_and_manifest_say()
    {
        using var key = _packages.Key();
        Refused(ModuleFailureCodes.FileChanged, ZipDraft.Lie(Write(new ZipDraft(_good).List("wwwroot/short.bin", Noise(100), key, 1_000_000)), "wwwroot/short.bin", 1_000_000));
    }

    [Fact]
    public async Task A_version_below_the_one_that_is_there_needs_to_be_asked_for()
    {
        var newer = Store().Install(_packages.Pack("sample", "2.0.0", Sources.Sample("sample")));

        Assert.Equal(ModuleFailureCodes.Older, Reason(_good));
        Assert.Equal([newer.Folder], Directory.GetDirectories(Path.Combine(_packages.Folder, "data", "sample")));
        await using var file = File.OpenRead(_good);
        var staged = await Store().StageAsync(file, new StageOptions(AllowsOlder: true), TestContext.Current.CancellationToken);
        Assert.Equal("1.0.0", Store().Keep(staged).Manifest.Version);
    }

    [Fact]
    public void A_bomb_even_when_signed()
    {
        var bomb = new byte[20 << 20];
        var draft = new ZipDraft(_good).Add("wwwroot/bomb.bin", bomb);
        var manifest = draft.Manifest;
        using var key = _packages.Key();
        Refused(ModuleFailureCodes.TooLarge, Write(draft.Sign(manifest with { Files = [.. manifest.Files, new ManifestFile("wwwroot/bomb.bin", bomb.Length, Convert.ToHexStringLower(SHA256.HashData(bomb)))] }, key)));
    }

    [Fact]
    public void A_package_larger_than_the_limit() =>
        Assert.Equal(ModuleFailureCodes.TooLarge, Reason(_good, options => options with { Limits = new PackageLimits { PackageBytes = 100 } }));

    [Theory]
    [InlineData("admin")]
    [InlineData("UPPER")]
    [InlineData("../x")]
    public void An_id_that_is_none(string id) => RefusedManifest(ModuleFailureCodes.Manifest, manifest => manifest with { Id = id });

    [Fact]
    public void A_version_that_is_none() => RefusedManifest(ModuleFailureCodes.Manifest, manifest => manifest with { Version = "1" });

    [Fact]
    public void A_listed_path_that_escapes() =>
        RefusedManifest(ModuleFailureCodes.Manifest, manifest => manifest with { Files = [.. manifest.Files, new ManifestFile("../evil", 1, "00")] });

    [Fact]
    public void Built_against_a_newer_sdk() =>
        RefusedManifest(ModuleFailureCodes.SdkRange, manifest => manifest with { Requires = manifest.Requires with { Sdk = ">=9.0.0 <10.0.0" } });

    [Fact]
    public void A_shared_assembly_the_host_lacks() => RefusedManifest(
        ModuleFailureCodes.SharedAssembly, manifest => manifest with { Requires = manifest.Requires with { Shared = [new ManifestAssembly("Nobody.Has.This", "1.0.0.0")] } });

    [Fact]
    public void A_permission_of_another_module() => RefusedManifest(
        ModuleFailureCodes.Manifest, manifest => manifest with { Permissions = [new ManifestPermission("security.account.administer", manifest.Title, "low", [])] });

    [Fact]
    public void A_topic_of_another_module() => RefusedManifest(
        ModuleFailureCodes.Manifest, manifest => manifest with { Contributes = manifest.Contributes with { Publishes = [new ManifestTopic("residents.resident-changed", 1, null)] } });

    [Fact]
    public void A_menu_entry_that_leads_out_of_the_module() => RefusedManifest(
        ModuleFailureCodes.Manifest, manifest => manifest with { Contributes = manifest.Contributes with { Navigation = [new ManifestNavigation("//evil.example", manifest.Title, "window", 1, null)] } });

    [Fact]
    public void A_script_nobody_asked_for()
    {
        using var key = _packages.Key();
        Refused(ModuleFailureCodes.Manifest, Write(new ZipDraft(_good).List("wwwroot/x.JS", [1], key)));
    }

    [Fact]
    public void A_capability_the_platform_does_not_know() => RefusedManifest(ModuleFailureCodes.UnknownCapability, manifest => manifest with { Capabilities = ["fly"] });

    [Theory]
    [InlineData("api:nobody", ">=1.0.0 <2.0.0", ModuleFailureCodes.ContractMissing)]
    [InlineData("topic:nobody.thing-made", ">=1.0.0 <2.0.0", ModuleFailureCodes.ContractMissing)]
    [InlineData("api:other", ">=2.0.0 <3.0.0", ModuleFailureCodes.ContractVersion)]
    [InlineData("api:other", "nonsense", ModuleFailureCodes.ContractVersion)]
    public void A_contract_nobody_fulfils(string contract, string range, string code)
    {
        Store().Install(_packages.Pack("other", "1.0.0", Sources.Sample("other")));

        RefusedManifest(code, manifest => Requiring(manifest, contract, range, optional: false));
        Assert.Null(Reason(Changed(manifest => Requiring(manifest, contract, range, optional: true))));
    }

    [Fact]
    public void Modules_that_need_each_other_in_a_circle()
    {
        Store().Install(_packages.Pack("other", "1.0.0", Sources.Sample("other")));
        Store().Install(Write(Needing("third", "1.0.0", "other")));

        var refused = Assert.Throws<ModuleRefusedException>(() => Store().Install(Write(Needing("other", "1.1.0", "third"))));

        Assert.Equal((ModuleFailureCodes.ContractCycle, "other → third → other"), (refused.Failure.Code, refused.Failure.Arguments[0]));
    }

    [Fact]
    public void The_same_version_with_other_contents()
    {
        Store().Install(_good);
        var draft = new ZipDraft(_good);
        using var key = _packages.Key();
        var other = Write(draft.Sign(draft.Manifest with { Publisher = "other" }, key));

        Assert.Equal(ModuleFailureCodes.VersionTaken, Reason(other));
        Assert.Null(Reason(other, options => options with { ReplacesSameVersion = true }));
    }

    [Fact]
    public void An_installed_file_changed_on_disk_is_never_loaded_but_put_right_from_the_package()
    {
        var installed = Store().Install(_good);
        var assembly = Path.Combine(installed.Folder, "sample-1.0.0.dll");
        File.SetAttributes(assembly, FileAttributes.Normal);
        File.AppendAllText(assembly, "x");
        File.WriteAllText(Path.Combine(installed.Folder, "extra.txt"), "x");

        Store().Install(_good);

        Assert.Equal(new ZipDraft(_good).Bytes("sample-1.0.0.dll"), File.ReadAllBytes(assembly));
        Assert.False(File.Exists(Path.Combine(installed.Folder, "extra.txt")));
    }

    public void Dispose() => _packages.Dispose();

    private string Installed => Path.Combine(_packages.Folder, "data", "sample", "1.0.0");

    private ModuleRuntimeOptions Options() => new() { Packages = Path.Combine(_packages.Folder, "data"), Data = Path.Combine(_packages.Folder, "modules"), TrustedKeys = [_packages.PublicKey] };

    private PackageStore Store() => TestStore.Of(Options());

    private void RefusedManifest(string code, Func<ModuleManifest, ModuleManifest> change) => Refused(code, Changed(change));

    private string Changed(Func<ModuleManifest, ModuleManifest> change)
    {
        var draft = new ZipDraft(_good);
        using var key = _packages.Key();
        return Write(draft.Sign(change(draft.Manifest), key));
    }

    private static ModuleManifest Requiring(ModuleManifest manifest, string contract, string range, bool optional) =>
        manifest with { Requires = manifest.Requires with { Modules = [new ManifestContract(contract, range, optional)] } };

    private ZipDraft Needing(string id, string version, string needs)
    {
        var draft = new ZipDraft(_packages.Pack(id, version, Sources.Sample(id)));
        using var key = _packages.Key();
        return draft.Sign(Requiring(draft.Manifest, "api:" + needs, ">=1.0.0 <2.0.0", optional: false), key);
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    private void Refused(string? code, string package)
    {
        var reason = Reason(package);
        Assert.NotNull(reason);
        if (code is not null) Assert.Equal(code, reason);
        Assert.False(Directory.Exists(Path.Combine(_packages.Folder, "data", "sample")));
        Assert.Empty(Directory.Exists(Path.Combine(_packages.Folder, "data", ".staging")) ? Directory.GetFileSystemEntries(Path.Combine(_packages.Folder, "data", ".staging")) : []);
    }

    private string? Reason(string package, Func<ModuleRuntimeOptions, ModuleRuntimeOptions>? change = null)
    {
        try
        {
            TestStore.Of(change is null ? Options() : change(Options())).Install(package);
            return null;
        }
        catch (ModuleRefusedException refused)
        {
            return refused.Failure.Code;
        }
    }

    private string Write(ZipDraft draft) => draft.Write(Path.Combine(_packages.Folder, "bad", $"{Guid.NewGuid():N}.upm"));

    private string WriteBytes(byte[] bytes)
    {
        var file = Path.Combine(_packages.Folder, "bad", $"{Guid.NewGuid():N}.upm");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return file;
    }
}
