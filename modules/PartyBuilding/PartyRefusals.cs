using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.PartyBuilding;

/// <summary>Expected failures of the module.</summary>
internal static class PartyRefusals
{
    public static Refusal OrganisationUnknown(ITexts texts) => new("party-building.organisation-unknown", 404, texts[Keys.RefusalOrganisationUnknown]);

    public static Refusal OrganisationExists(ITexts texts) => new("party-building.organisation-exists", 409, texts[Keys.RefusalOrganisationExists]);

    public static Refusal Invalid(string field, string words) =>
        new("party-building.invalid", 422, words, new Dictionary<string, object?> { ["field"] = field });

    public static Refusal OutOfScope(ITexts texts) => new("party-building.out-of-scope", 403, texts[Keys.RefusalOutOfScope]);

    public static Refusal MemberUnknown(ITexts texts) => new("party-building.member-unknown", 404, texts[Keys.RefusalMemberUnknown]);

    public static Refusal MemberExists(ITexts texts) => new("party-building.member-exists", 409, texts[Keys.RefusalMemberExists]);

    public static Refusal Changed(ITexts texts) => new("party-building.changed-meanwhile", 409, texts[Keys.RefusalChanged]);

    public static Refusal WrongState(PartyMember member, ITexts texts)
    {
        var possible = member.Possible.Select(Code.Of).ToArray();
        var words = possible.Length == 0 ? texts[Keys.RefusalNothingPossible] : string.Join(texts[Keys.ListSeparator], possible.Select(action => texts["member.action." + action]));
        return new Refusal("party-building.member-wrong-state", 409, texts.Format(Keys.RefusalMemberWrongState, texts["member.status." + Code.Of(member.Status)], words),
            new Dictionary<string, object?> { ["state"] = Code.Of(member.Status), ["possible"] = possible });
    }
}
