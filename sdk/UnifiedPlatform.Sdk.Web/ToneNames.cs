namespace UnifiedPlatform.Sdk.Web;

internal static class ToneNames
{
    public static string Name(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Ok => "ok",
        Tone.Warn => "warn",
        Tone.Late => "late",
        Tone.Over => "over",
        Tone.Hold => "hold",
        Tone.Plain => "plain",
        _ => "idle",
    };
}
