using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Modules.Pages;

/// <summary>States as tones.</summary>
internal static class ModuleTones
{
    public static Tone Of(ModuleState state) => state switch
    {
        ModuleState.Running => Tone.Ok,
        ModuleState.Failed or ModuleState.Quarantined => Tone.Over,
        ModuleState.Cold or ModuleState.Stopped or ModuleState.Disabled => Tone.Idle,
        _ => Tone.Warn,
    };

    public static Tone Of(VersionState state) => state switch
    {
        VersionState.Serves => Tone.Ok,
        VersionState.Wanted => Tone.Warn,
        _ => Tone.Idle,
    };
}
