using Microsoft.Extensions.Configuration;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Tests.Identity;

/// <summary>A key directory of its own, deleted at the end.</summary>
internal sealed class TemporaryKeys : IDisposable
{
    public TemporaryKeys() => Folder = Directory.CreateTempSubdirectory("up-keys-").FullName;

    public string Folder { get; }

    public string Keys => Path.Combine(Folder, "keys");

    public KeyRing Open(Dictionary<string, string?>? settings = null, TimeProvider? clock = null) =>
        KeyRing.Open(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build(), Options(), clock ?? TimeProvider.System);

    public PlatformOptions Options() => new(Path.Combine(Folder, "data"), Keys, Folder, true, 1, false, false, "", null, TimeZoneInfo.Utc);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
