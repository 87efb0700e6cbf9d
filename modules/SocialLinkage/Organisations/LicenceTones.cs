using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.SocialLinkage.Organisations;

internal static class LicenceTones
{
    public static Tone Of(LicenceState state) => state switch
    {
        LicenceState.Expired => Tone.Over,
        LicenceState.Expiring => Tone.Warn,
        LicenceState.Valid => Tone.Ok,
        _ => Tone.Idle,
    };
}
