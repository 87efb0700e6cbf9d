using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Runtime.Packages.Code;

/// <summary>Which capability a use of the SDK needs, as far as the compiled code shows it.</summary>
internal static class CapabilityUses
{
    private const string Summary = "UnifiedPlatform.Sdk.Residents.ResidentSummary", Fields = "UnifiedPlatform.Sdk.Residents.ResidentFields";

    private static readonly Dictionary<(string Type, string Member), string> Members = new()
    {
        [("UnifiedPlatform.Sdk.Modules.IModuleServices", "get_Configuration")] = Capabilities.Settings,
        [("UnifiedPlatform.Sdk.Residents.IResidents", "FindByNationalIdAsync")] = Capabilities.FindResident,
        [("UnifiedPlatform.Sdk.Access.IGrants", "GiveAsync")] = Capabilities.OpenResident,
        [("UnifiedPlatform.Sdk.Access.IGrants", "EndAsync")] = Capabilities.OpenResident,
        [(Summary, "get_Name")] = Capabilities.Resident("name"),
        [(Summary, "get_Sex")] = Capabilities.Resident("sex"),
        [(Summary, "get_AgeBand")] = Capabilities.Resident("age"),
        [(Summary, "get_MaskedNationalId")] = Capabilities.Resident("national-id"),
        [(Summary, "get_MaskedPhone")] = Capabilities.Resident("phone"),
        [(Summary, "get_Address")] = Capabilities.Resident("address"),
        [(Summary, "get_Region")] = Capabilities.Resident("region"),
        [(Summary, "get_Grid")] = Capabilities.Resident("region"),
        [(Fields, "get_Name")] = Capabilities.Resident("name"),
        [(Fields, "get_Sex")] = Capabilities.Resident("sex"),
        [(Fields, "get_AgeYears")] = Capabilities.Resident("age"),
        [(Fields, "get_Phone")] = Capabilities.Resident("phone"),
        [(Fields, "get_Dwelling")] = Capabilities.Resident("address"),
        [(Fields, "get_Region")] = Capabilities.Resident("region"),
        [(Fields, "get_Grid")] = Capabilities.Resident("region"),
        [(Fields, "get_HukouRegion")] = Capabilities.Resident("hukou"),
        [(Fields, "get_DocumentKinds")] = Capabilities.Resident("documents"),
    };

    /// <summary>The capabilities. <c>http:*</c> stands for any host.</summary>
    public static IReadOnlyList<string> Of(MemberUse use) => use.Type switch
    {
        "UnifiedPlatform.Sdk.Modules.IModuleFiles" => [Capabilities.Files],
        "UnifiedPlatform.Sdk.Data.IModuleDatabase" => [Capabilities.Database],
        "UnifiedPlatform.Sdk.Modules.IModuleHttp" => [Capabilities.Http("*")],
        // The desk lists whom a part is about and where he lives.
        "UnifiedPlatform.Sdk.Parts.PartDesk`1" => [Capabilities.Resident("name"), Capabilities.Resident("address")],
        _ => Members.TryGetValue((use.Type, use.Member), out var needed) ? [needed] : [],
    };

    public static bool Covers(IReadOnlyCollection<string> declared, string needed) => needed.EndsWith('*') ? declared.Any(capability => capability.StartsWith(needed[..^1], StringComparison.Ordinal)) : declared.Contains(needed);
}
