using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules;

/// <summary>What a checked package is and asks for; nothing was installed.</summary>
internal sealed record PreflightAnswer(string Id, string Version, string Title, string Publisher, string Fingerprint, PublisherLevel Level, string Sdk, IReadOnlyList<string> Capabilities, IReadOnlyList<string> CapabilitiesAsked, IReadOnlyList<string> Findings)
{
    public static PreflightAnswer Of(StagedPackage package, ModuleFailureTexts words) => new(
        package.Manifest.Id, package.Manifest.Version, package.Manifest.Title.ToString(), package.Publisher.Name, package.Publisher.Fingerprint, package.Publisher.Level,
        package.Manifest.Requires.Sdk, package.Manifest.Capabilities, package.CapabilitiesAsked, [.. package.Findings.Select(words.Of)]);
}
