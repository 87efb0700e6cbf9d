using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Generations;

/// <inheritdoc cref="IModuleContext"/>
internal sealed record ModuleContext(ModuleInfo Info, IServiceProvider Services, CancellationToken Stopping) : IModuleContext;
