using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Ready once every offered package was tried. A failed module does not make the host unready: the rest is served.</summary>
internal sealed class ModulesReadiness(ModuleStart start) : IReadinessCheck
{
    public string Name => "modules";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => ValueTask.FromResult(start.Done ? null : "modules are being loaded");
}
