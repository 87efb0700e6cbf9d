namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>Codes of refusals; the module's prefix is added where they leave.</summary>
public static class Codes
{
    public const string ActionNotAllowed = "action-not-allowed";
    public const string NoCase = "case-unknown";
    public const string NoPart = "part-unknown";
    public const string Superseded = "superseded";
    public const string Ended = "ended";
    public const string NotInForce = "not-in-force";
    public const string NotEligible = "not-eligible";
    public const string EligibilityUnknown = "eligibility-unknown";
    public const string FormInvalid = "form-invalid";
    public const string MaterialUnknown = "material-unknown";
    public const string MaterialsMissing = "materials-missing";
    public const string SituationUnclear = "situation-unclear";
    public const string NotCompetent = "not-competent";
    public const string OutcomeUnknown = "outcome-unknown";
    public const string DeciderWasHandler = "decider-was-handler";
    public const string WordsUnfit = "words-unfit";
    public const string ReasonMissing = "reason-missing";
    public const string StillOpen = "still-open";
    public const string ScoreUnknown = "score-unknown";
    public const string RatingOver = "rating-over";
    public const string Claimed = "already-claimed";
    public const string AnswerInvalid = "answer-invalid";
    public const string FieldNotOpen = "field-not-open";
    public const string CorrectionLate = "correction-late";
    public const string CorrectionIncomplete = "correction-incomplete";
    public const string CorrectionOpen = "correction-open";
    public const string HandlerUnknown = "handler-unknown";
    public const string ChangedMeanwhile = "changed-meanwhile";
    public const string SubjectUnknown = "subject-unknown";
    public const string MemberMissing = "member-missing";
    public const string ItemUnknown = "item-unknown";
    public const string ItemPublished = "item-published";
    public const string ItemFaulty = "item-faulty";
    public const string SecondPerson = "second-person";
    public const string Forbidden = "forbidden";
    public const string TrackUnknown = "track-unknown";
    public const string TooMany = "too-many-tries";
    public const string NumberExhausted = "number-exhausted";
}
