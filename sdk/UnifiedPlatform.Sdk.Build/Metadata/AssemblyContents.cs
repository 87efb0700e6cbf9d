using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Build.Metadata;

/// <summary>What the build needs to know of a compiled module.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="References">Referenced assemblies with the versions compiled against.</param>
/// <param name="Attributes">Assembly attributes.</param>
/// <param name="Types">Classes.</param>
public sealed record AssemblyContents(string Name, IReadOnlyList<ManifestAssembly> References, IReadOnlyList<AttributeValue> Attributes, IReadOnlyList<AssemblyType> Types)
{
    /// <summary>The assembly attributes of the SDK's type.</summary>
    public IEnumerable<AttributeValue> All<T>() where T : Attribute => Attributes.Where(attribute => attribute.Is<T>());
}
