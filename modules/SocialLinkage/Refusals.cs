using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.SocialLinkage.Organisations;

namespace UnifiedPlatform.SocialLinkage;

/// <summary>Expected failures of the module.</summary>
internal static class Refusals
{
    public static Refusal Invalid(string field, string words) => new("social-linkage.invalid", 422, words, new Dictionary<string, object?> { ["field"] = field });

    public static Refusal OutOfScope(ITexts texts) => new("social-linkage.out-of-scope", 403, texts[Keys.RefusalOutOfScope]);

    public static Refusal OrganisationUnknown(ITexts texts) => new("social-linkage.organisation-unknown", 404, texts[Keys.RefusalOrganisationUnknown]);

    public static Refusal OrganisationExists(ITexts texts) => new("social-linkage.organisation-exists", 409, texts[Keys.RefusalOrganisationExists]);

    public static Refusal Changed(ITexts texts) => new("social-linkage.changed-meanwhile", 409, texts[Keys.RefusalChanged]);

    public static Refusal WrongState(SocialOrganisation organisation, ITexts texts) => new("social-linkage.organisation-wrong-state", 409, texts[Keys.RefusalOrganisationEnded],
        new Dictionary<string, object?> { ["state"] = Code.Of(organisation.Licence), ["possible"] = organisation.Possible.Select(Code.Of).ToArray() });
}
