using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Every act says why, in words that may stand in the audit for years.</summary>
internal static class Reasons
{
    public const string Code = "modules.reason-invalid";

    public static Refusal? Fault(string reason, ITexts texts) => reason.Trim() switch
    {
        "" => Of(texts[Keys.ModulesReasonMissing]),
        { Length: > Operation.ReasonLength } => Of(texts.Format(Keys.ModulesReasonLong, Operation.ReasonLength)),
        var words when PersonalPatterns.In(words) => Of(texts[Keys.ModulesReasonPersonal]),
        _ => null,
    };

    private static Refusal Of(string words) => new(Code, StatusCodes.Status422UnprocessableEntity, words);
}
