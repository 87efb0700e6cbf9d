using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>A host service every generation gets.</summary>
/// <param name="Service">Service type, of the SDK or the framework.</param>
/// <param name="ForModule">Makes the service of one module; null: the host's own registration.</param>
/// <param name="Needs">Capability without which the module does not get it; null: every module does.</param>
internal sealed record ModuleExport(Type Service, Func<IServiceProvider, ModuleInfo, object>? ForModule, string? Needs = null);
