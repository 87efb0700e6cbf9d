using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Volunteering;

/// <summary>Expected failures of the module.</summary>
internal static class Refusals
{
    public static Refusal Invalid(string field, string words) => new("volunteering.invalid", 422, words, new Dictionary<string, object?> { ["field"] = field });

    public static Refusal OutOfScope(ITexts texts) => new("volunteering.out-of-scope", 403, texts[Keys.RefusalOutOfScope]);

    public static Refusal VolunteerUnknown(ITexts texts) => new("volunteering.volunteer-unknown", 404, texts[Keys.RefusalVolunteerUnknown]);

    public static Refusal VolunteerExists(ITexts texts) => new("volunteering.volunteer-exists", 409, texts[Keys.RefusalVolunteerExists]);

    public static Refusal VolunteerInactive(ITexts texts) => new("volunteering.volunteer-inactive", 409, texts[Keys.RefusalVolunteerInactive]);

    public static Refusal ActivityUnknown(ITexts texts) => new("volunteering.activity-unknown", 404, texts[Keys.RefusalActivityUnknown]);

    public static Refusal ActivityClosed(ITexts texts) => new("volunteering.activity-closed", 409, texts[Keys.RefusalActivityClosed]);

    public static Refusal ActivityFull(ITexts texts) => new("volunteering.activity-full", 409, texts[Keys.RefusalActivityFull]);

    public static Refusal SignedUp(ITexts texts) => new("volunteering.signed-up-already", 409, texts[Keys.RefusalSignedUp]);

    public static Refusal NotSignedUp(ITexts texts) => new("volunteering.not-signed-up", 404, texts[Keys.RefusalNotSignedUp]);

    public static Refusal Overlap(ITexts texts) => new("volunteering.overlap", 409, texts[Keys.RefusalOverlap]);

    public static Refusal HoursUnknown(ITexts texts) => new("volunteering.hours-unknown", 404, texts[Keys.RefusalHoursUnknown]);

    public static Refusal OwnProposal(ITexts texts) => new("volunteering.own-proposal", 409, texts[Keys.RefusalOwnProposal]);

    public static Refusal Uninsured(ITexts texts) => new("volunteering.insurance-missing", 422, texts[Keys.RefusalUninsured], new Dictionary<string, object?> { ["field"] = "insurancePolicy" });

    /// <summary>What is, and what is possible.</summary>
    /// <param name="kind">Head of the text keys: <c>volunteer activity hours</c>.</param>
    public static Refusal WrongState<TState, TAction>(string kind, TState state, IEnumerable<TAction> possible, ITexts texts) where TState : struct, Enum where TAction : struct, Enum
    {
        var acts = possible.Select(Code.Of).ToArray();
        var words = acts.Length == 0 ? texts[Keys.RefusalNothingPossible] : string.Join(texts[Keys.ListSeparator], acts.Select(act => texts[$"{kind}.action.{act}"]));
        return new Refusal($"volunteering.{kind}-wrong-state", 409, texts.Format(Keys.RefusalWrongState, texts[$"{kind}.status.{Code.Of(state)}"], words),
            new Dictionary<string, object?> { ["state"] = Code.Of(state), ["possible"] = acts });
    }
}
