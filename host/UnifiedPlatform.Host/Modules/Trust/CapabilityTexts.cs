using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>What a capability allows, in the reader's words.</summary>
internal sealed class CapabilityTexts(ITexts texts)
{
    private static readonly string[] Open = ["events:publish:", "events:subscribe:", "http:"];

    public string Of(string capability) => Open.FirstOrDefault(prefix => capability.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
        ? texts.Format("capability." + prefix.TrimEnd(':').Replace(':', '-'), capability[prefix.Length..])
        : texts["capability." + capability.Replace(':', '-')];
}
