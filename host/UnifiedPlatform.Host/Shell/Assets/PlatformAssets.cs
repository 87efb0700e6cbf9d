using System.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell.Assets;

/// <summary>The stylesheet, the script and the icon of the design system, from the SDK that the pages were built with.</summary>
internal sealed class PlatformAssets
{
    private readonly Dictionary<string, Asset> _byName;
    private readonly Dictionary<string, Asset> _byAddress;

    public PlatformAssets()
    {
        Asset[] assets =
        [
            new("platform.css", "text/css; charset=utf-8", Encoding.UTF8.GetBytes(AssetText.Style(Source("platform.css")))),
            new("platform.js", "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(AssetText.Script(Source("platform.js")))),
            new("icon.svg", "image/svg+xml", Encoding.UTF8.GetBytes(Source("icon.svg"))),
        ];
        _byName = assets.ToDictionary(asset => asset.Name, StringComparer.Ordinal);
        _byAddress = assets.ToDictionary(asset => asset.Address, StringComparer.Ordinal);
    }

    public Asset this[string name] => _byName[name];

    public Asset? At(string address) => _byAddress.GetValueOrDefault(address);

    private static string Source(string name)
    {
        using var stream = typeof(PlatformPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The SDK does not carry {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
