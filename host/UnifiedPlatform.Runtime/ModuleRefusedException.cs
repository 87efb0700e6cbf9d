using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>A package or module is refused. Caught by the runtime, shown to the administrator.</summary>
internal sealed class ModuleRefusedException(ModuleFailure failure, ModuleManifest? manifest = null) : Exception(failure.ToString())
{
    public ModuleFailure Failure { get; } = failure;

    /// <summary>Manifest of a package that could be read and trusted.</summary>
    public ModuleManifest? Manifest { get; } = manifest;

    public static ModuleRefusedException For(string code, params string[] arguments) => new(new ModuleFailure(code, arguments));

    public ModuleRefusedException With(ModuleManifest known) => new(Failure, known);
}
