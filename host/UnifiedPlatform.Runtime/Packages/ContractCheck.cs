using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>Whether the other modules offer what a module requires of them, and no two wait for each other.</summary>
internal static class ContractCheck
{
    public static IEnumerable<ModuleFailure> Faults(ModuleManifest manifest, IReadOnlyList<ModuleManifest> beside)
    {
        foreach (var contract in manifest.Requires.Modules.Where(contract => !contract.Optional))
        {
            var offered = Offered(contract.Contract, beside).ToArray();
            if (offered.Length == 0) yield return new ModuleFailure(ModuleFailureCodes.ContractMissing, contract.Contract, contract.Range);
            else if (!offered.Any(offer => VersionRange.TryParse(contract.Range, out var range) && range.Holds(offer.Version)))
                yield return new ModuleFailure(ModuleFailureCodes.ContractVersion, contract.Contract, contract.Range, string.Join(", ", offered.Select(offer => offer.Version)), offered[0].Module);
        }
        if (Circle(manifest, [.. beside, manifest]) is { } circle) yield return new ModuleFailure(ModuleFailureCodes.ContractCycle, string.Join(" → ", circle));
    }

    private static IEnumerable<(string Module, string Version)> Offered(string contract, IReadOnlyList<ModuleManifest> modules) =>
        contract.StartsWith("api:", StringComparison.Ordinal)
            ? modules.Where(module => "api:" + module.Id == contract).Select(module => (module.Id, module.Version))
            : modules.SelectMany(module => module.Contributes.Publishes.Where(topic => "topic:" + topic.Name == contract).Select(topic => (module.Id, $"{topic.Version}.0.0")));

    // A walk along what each requires that comes back to where it began.
    private static List<string>? Circle(ModuleManifest from, IReadOnlyList<ModuleManifest> modules)
    {
        var next = modules.ToDictionary(module => module.Id, module => module.Requires.Modules.Where(contract => !contract.Optional).Select(contract => contract.Contract.Split(':')[1].Split('.')[0]).Distinct().ToArray(), StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Walk(from.Id, [from.Id]);

        List<string>? Walk(string at, List<string> way)
        {
            foreach (var required in next.GetValueOrDefault(at, []))
            {
                if (required == from.Id) return [.. way, required];
                if (seen.Add(required) && Walk(required, [.. way, required]) is { } circle) return circle;
            }
            return null;
        }
    }
}
