using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Says refusals in the reader's language.</summary>
internal sealed class CaseRefusals(ITexts texts)
{
    public Refusal Say(CaseRefusal refusal)
    {
        var members = new Dictionary<string, object?> { ["possible"] = refusal.Possible.Select(Code.Of).ToList() };
        if (refusal.State is { } state) members["state"] = Code.Of(state);
        if (refusal.Pointers.Count > 0) members["pointers"] = refusal.Pointers;
        return new Refusal(Full(refusal.Code), StatusOf(refusal.Code), Sentence(refusal), members);
    }

    public Refusal Say(string code, params IReadOnlyList<string> pointers) => Say(new CaseRefusal(code, null, [], pointers));

    public static string Full(string code) => $"one-window.{code}";

    private string Sentence(CaseRefusal refusal) => refusal is { Code: Codes.ActionNotAllowed, State: { } state }
        ? texts.Format(Keys.RefusalActionNotAllowed, texts[$"state.{Code.Of(state)}"], refusal.Possible.Count == 0 ? texts[Keys.ActionNone] : string.Join(texts[Keys.ListSeparator], refusal.Possible.Select(action => texts[$"action.{Code.Of(action)}"])))
        : texts[$"refusal.{refusal.Code}"];

    private static int StatusOf(string code) => code switch
    {
        Codes.ActionNotAllowed or Codes.ChangedMeanwhile or Codes.Claimed or Codes.Superseded or Codes.Ended or Codes.ItemPublished or Codes.SecondPerson => 409,
        Codes.NoCase or Codes.NoPart or Codes.ItemUnknown => 404,
        Codes.NumberExhausted => 503,
        Codes.Forbidden => 403,
        Codes.TrackUnknown => 404,
        Codes.TooMany => 429,
        Codes.MemberMissing => 400,
        _ => 422,
    };
}
