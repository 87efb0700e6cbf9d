using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>A module that runs now and will not start again.</summary>
/// <param name="Module">Module.</param>
/// <param name="Reason">Why.</param>
internal sealed record RevokedModule(ModuleStatus Module, ModuleFailure Reason);
