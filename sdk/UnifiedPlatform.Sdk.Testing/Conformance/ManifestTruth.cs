using System.Reflection;
using System.Security.Cryptography;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Holds a manifest against the assembly it was made from.</summary>
internal static class ManifestTruth
{
    public static IEnumerable<string> Violations(ModulePackage package, Assembly code)
    {
        var manifest = package.Contents;
        var types = code.GetTypes();
        var own = manifest.Files.FirstOrDefault(file => file.Path == manifest.Assembly);
        if (own is null) yield return $"The manifest lists no file {manifest.Assembly}.";
        else if (own.Sha256 != Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(code.Location)))) yield return $"{manifest.Assembly} in the package is another build than the one tested: build the test project again.";
        if (code.GetCustomAttribute<ModuleAttribute>()?.Id != manifest.Id) yield return $"[assembly: Module] and the manifest's id {manifest.Id} differ.";

        foreach (var finding in Compare("job", manifest.Contributes.Jobs.Select(job => job.Key), Declared<ModuleJobAttribute>(types, job => job.Key))) yield return finding;
        foreach (var finding in Compare("subscription", manifest.Contributes.Consumes.Select(one => one.Topic), Declared<ConsumesAttribute>(types, one => one.Topic))) yield return finding;
        foreach (var finding in Compare("permission", manifest.Permissions.Select(permission => permission.Id), code.GetCustomAttributes<PermissionAttribute>().Select(permission => permission.Id))) yield return finding;
        foreach (var finding in Compare("navigation entry", manifest.Contributes.Navigation.Select(entry => entry.Path), code.GetCustomAttributes<NavigationAttribute>().Select(entry => entry.Path))) yield return finding;
        foreach (var finding in Compare("topic", manifest.Contributes.Publishes.Select(topic => topic.Name), code.GetCustomAttributes<PublishesAttribute>().Select(topic => topic.Topic))) yield return finding;
        foreach (var job in types.Where(type => typeof(IModuleJob).IsAssignableFrom(type) && !type.IsAbstract && type.GetCustomAttribute<ModuleJobAttribute>() is null)) yield return $"{job.FullName} is a job without [ModuleJob]; nobody would run it.";
        foreach (var missing in Texts(manifest).Where(text => text.Zh.Length == 0 || text.En.Length == 0)) yield return $"A text of the manifest is empty in one language: '{missing.Zh}' / '{missing.En}'.";
    }

    private static IEnumerable<string> Declared<T>(Type[] types, Func<T, string> key) where T : Attribute => types.SelectMany(type => type.GetCustomAttributes<T>()).Select(key);

    private static IEnumerable<string> Compare(string what, IEnumerable<string> manifest, IEnumerable<string> code)
    {
        var (said, done) = (manifest.ToHashSet(StringComparer.Ordinal), code.ToHashSet(StringComparer.Ordinal));
        return said.Except(done).Select(one => $"The manifest has the {what} '{one}', the code has not.").Concat(done.Except(said).Select(one => $"The code has the {what} '{one}', the manifest has not."));
    }

    private static IEnumerable<Text.LocalizedText> Texts(ModuleManifest manifest) =>
    [
        manifest.Title, .. manifest.Permissions.Select(permission => permission.Title), .. manifest.Contributes.Navigation.Select(entry => entry.Title),
        .. manifest.Contributes.Jobs.Select(job => job.Title), .. manifest.Contributes.ResidentCards.Select(card => card.Title), .. manifest.Contributes.ResidentFacts.Select(fact => fact.Title),
    ];
}
