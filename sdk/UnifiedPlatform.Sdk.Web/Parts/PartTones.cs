using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.Sdk.Web.Parts;

/// <summary>Tones and text codes of the states of a part.</summary>
public static class PartTones
{
    /// <summary>Tone of a state.</summary>
    public static Tone Of(PartTaskStatus status) => status switch
    {
        PartTaskStatus.Open or PartTaskStatus.Taken or PartTaskStatus.Reported => Tone.Info,
        PartTaskStatus.Done => Tone.Ok,
        PartTaskStatus.Declined => Tone.Warn,
        _ => Tone.Idle,
    };

    /// <summary>Code of a state in text keys.</summary>
    public static string Code(PartTaskStatus status) => status.ToString().ToLowerInvariant();
}
