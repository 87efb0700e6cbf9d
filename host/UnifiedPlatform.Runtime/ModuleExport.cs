using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>A host service every generation gets.</summary>
/// <param name="Service">Service type, of the SDK or the framework.</param>
/// <param name="ForModule">Makes the service of one module; null: the host's own registration.</param>
internal sealed record ModuleExport(Type Service, Func<IServiceProvider, ModuleInfo, object>? ForModule);
