using System.Text.RegularExpressions;

namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <summary>What may stand below what, and how codes show it.</summary>
public static partial class OrganisationTree
{
    /// <summary>What is wrong with the place; null: nothing.</summary>
    public static OrganisationFault? Fault(string code, OrganisationType type, string? parentCode, OrganisationType? parentType)
    {
        if (!CodePattern().IsMatch(code)) return OrganisationFault.CodeForm;
        if (parentCode is null || parentType is null) return code.Contains('.', StringComparison.Ordinal) ? OrganisationFault.CodeParent : null;
        if (!code.StartsWith(parentCode + ".", StringComparison.Ordinal) || code.LastIndexOf('.') != parentCode.Length) return OrganisationFault.CodeParent;
        return MayStandBelow(type, parentType.Value) ? null : OrganisationFault.ParentType;
    }

    public static bool MayStandBelow(OrganisationType type, OrganisationType parent) => (type, parent) switch
    {
        (_, OrganisationType.Committee) => true,
        (OrganisationType.Branch, OrganisationType.GeneralBranch) => true,
        _ => false,
    };

    [GeneratedRegex(@"^\d{3}(\.\d{3}){0,7}$")]
    private static partial Regex CodePattern();
}
