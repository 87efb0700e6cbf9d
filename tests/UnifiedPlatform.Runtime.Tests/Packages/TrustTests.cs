using System.Security.Cryptography;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Tests.Packages;

/// <summary>A good signature alone lets nothing in: the key must count, and may sign just what the security officer entered it for.</summary>
public sealed class TrustTests : IDisposable
{
    private readonly TestPackages _packages = new();
    private readonly string _good;
    private readonly TrustedPublisher _publisher;
    private readonly FixedTrust _trust;

    public TrustTests()
    {
        _good = _packages.Pack("sample", "1.0.0", Sources.Sample("sample", assembly: """[assembly: Capability("files")]"""));
        using var key = ECDsa.Create();
        key.ImportFromPem(_packages.PublicKey);
        _publisher = new TrustedPublisher(new PackagePublisher("civil affairs", KeyFingerprint.Of(key), PublisherLevel.Department), _packages.PublicKey, [], null);
        _trust = new FixedTrust(TrustedPublishers.None with { Publishers = [_publisher] });
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void A_package_of_an_entered_publisher_is_installed() => Assert.Equal("civil affairs", Store().Install(_good).Publisher.Name);

    [Fact]
    public void A_key_for_other_ids() => Refused(ModuleFailureCodes.ForeignId, ["civil affairs", "sample", "samples, other"], _publisher with { IdPrefixes = ["samples", "other"] });

    [Fact]
    public void Capabilities_above_the_ceiling_of_the_key() => Refused(ModuleFailureCodes.AboveCeiling, ["civil affairs", "files"], _publisher with { Ceiling = ["db", "events:*"] });

    [Fact]
    public void A_revoked_key_even_when_it_is_still_entered()
    {
        _trust.Current = _trust.Current with { RevokedKeys = Revoked("stolen") };

        Refused(ModuleFailureCodes.RevokedKey, ["civil affairs", KeyFingerprint.Show(_publisher.Publisher.Fingerprint), "stolen"]);
    }

    [Fact]
    public void A_revoked_package()
    {
        var hash = Store().Install(_good).Hash;
        Store().Remove("sample", "1.0.0");
        _trust.Current = _trust.Current with { RevokedPackages = new Dictionary<string, string> { [hash] = "loses entries" } };

        Refused(ModuleFailureCodes.RevokedPackage, ["loses entries"]);
    }

    [Fact]
    public async Task What_is_revoked_after_the_installation_does_not_start_again()
    {
        var store = Store();
        var package = store.Install(_good);
        await store.VerifyAsync(package, Cancelled);
        _trust.Current = _trust.Current with { RevokedKeys = Revoked("stolen") };

        var refused = await Assert.ThrowsAsync<ModuleRefusedException>(() => store.VerifyAsync(package, Cancelled));

        Assert.Equal(ModuleFailureCodes.RevokedKey, refused.Failure.Code);
        Assert.Equal(ModuleFailureCodes.RevokedKey, store.Installed("sample").Single().Failure?.Code);
    }

    [Fact]
    public async Task A_capability_nobody_decided_on_keeps_the_version_from_starting()
    {
        var store = TestStore.Of(Options(), _trust, new Undecided());
        await using var file = File.OpenRead(_good);
        var staged = await store.StageAsync(file, new StageOptions(), Cancelled);

        Assert.Equal(["files"], staged.CapabilitiesAsked);
        var refused = await Assert.ThrowsAsync<ModuleRefusedException>(() => store.VerifyAsync(store.Keep(staged), Cancelled));
        Assert.Equal((ModuleFailureCodes.Undecided, "files"), (refused.Failure.Code, refused.Failure.Arguments[0]));
    }

    public void Dispose() => _packages.Dispose();

    private Dictionary<string, RevokedTrust> Revoked(string reason) => new() { [_publisher.Publisher.Fingerprint] = new RevokedTrust(_publisher.Publisher, _publisher.PublicKey, reason) };

    private ModuleRuntimeOptions Options() => new() { Packages = Path.Combine(_packages.Folder, "data"), Data = Path.Combine(_packages.Folder, "modules") };

    private PackageStore Store() => TestStore.Of(Options(), _trust);

    private void Refused(string code, string[] arguments, TrustedPublisher? publisher = null)
    {
        if (publisher is not null) _trust.Current = _trust.Current with { Publishers = [publisher] };

        var refused = Assert.Throws<ModuleRefusedException>(() => Store().Install(_good));

        Assert.Equal(code, refused.Failure.Code);
        Assert.Equal(arguments, refused.Failure.Arguments);
        Assert.Empty(Directory.GetFiles(Path.Combine(_packages.Folder, "data"), "*", SearchOption.AllDirectories));
    }

    private sealed class Undecided : IModuleCapabilities
    {
        public bool Granted(string moduleId, string capability) => false;

        public bool Decided(string moduleId, string capability) => false;
    }
}
