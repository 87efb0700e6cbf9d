using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>What a manifest must hold to be taken at its word, whoever signed it.</summary>
internal static class ManifestRules
{
    private static readonly string Publish = Capabilities.Publish("");

    public static void Check(ModuleManifest manifest, PackageLimits limits)
    {
        Refuse(!ModuleId.IsValid(manifest.Id), "id");
        Refuse(!SemanticVersion.TryParse(manifest.Version, out _), "version");
        Refuse(manifest.Files.Count > limits.Entries || manifest.Files.DistinctBy(file => file.Path, StringComparer.OrdinalIgnoreCase).Count() != manifest.Files.Count, "files");
        Refuse(manifest.Files.Any(file => !EntryNames.IsAllowed(file.Path, limits) || file.Path is "module.json" or "module.sig"), "files");
        Refuse(manifest.Assembly != $"{manifest.Id}-{manifest.Version}.dll" || manifest.Files.All(file => file.Path != manifest.Assembly), "assembly");
        Refuse(manifest.Permissions.Any(permission => !permission.Id.StartsWith(manifest.Id + ".", StringComparison.Ordinal)), "permissions");
        Refuse(manifest.Contributes.Publishes.Any(topic => !topic.Name.StartsWith(manifest.Id + ".", StringComparison.Ordinal)), "publishes");
        Refuse(manifest.Capabilities.Any(capability => capability.StartsWith(Publish, StringComparison.Ordinal) && !capability.StartsWith(Publish + manifest.Id + ".", StringComparison.Ordinal)), "capabilities");
        Refuse(manifest.Contributes.Navigation.Any(entry => !IsLocal(entry.Path)) || manifest.Contributes.ResidentCards.Any(card => !IsLocal(card.Path)) || manifest.Contributes.ResidentLinks.Any(link => !IsLocal(link.Path)) || manifest.SelfTests.Any(path => !IsLocal(path)), "contributes");
        Refuse(manifest.Files.Any(file => ModuleAssets.IsScript(file.Path)) && !manifest.Capabilities.Contains(Capabilities.Script), "ui:script");

        void Refuse(bool wrong, string what)
        {
            if (wrong) throw ModuleRefusedException.For(ModuleFailureCodes.Manifest, what).With(manifest);
        }
    }

    private static bool IsLocal(string path) => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains("..", StringComparison.Ordinal);
}
