using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime;

/// <summary>A package or module is refused. The reason has words in the host's texts; the exception itself is never shown.</summary>
public sealed class ModuleRefusedException : Exception
{
    internal ModuleRefusedException(IReadOnlyList<ModuleFailure> failures, ModuleManifest? manifest = null) : base(string.Join("; ", failures)) => (Failures, Manifest) = (failures, manifest);

    /// <summary>The first reason.</summary>
    public ModuleFailure Failure => Failures[0];

    /// <summary>Every reason found, so that they can be put right together.</summary>
    public IReadOnlyList<ModuleFailure> Failures { get; }

    /// <summary>Manifest of a package that could be read and trusted; null: none.</summary>
    public ModuleManifest? Manifest { get; }

    /// <summary>A refusal for one reason.</summary>
    public static ModuleRefusedException For(string code, params string[] arguments) => new([new ModuleFailure(code, arguments)]);

    internal ModuleRefusedException With(ModuleManifest known) => new(Failures, known);
}
