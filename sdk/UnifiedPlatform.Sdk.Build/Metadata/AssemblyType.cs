namespace UnifiedPlatform.Sdk.Build.Metadata;

/// <summary>A class of an assembly.</summary>
/// <param name="FullName">Full name.</param>
/// <param name="BaseType">Full name of the base type.</param>
/// <param name="Interfaces">Full names of the interfaces, generic ones as <c>Name`1</c>.</param>
/// <param name="IsPublicSealed">Whether the class is public, sealed and not generic.</param>
/// <param name="IsAbstract">Whether the class is abstract.</param>
/// <param name="Attributes">Attributes.</param>
public sealed record AssemblyType(string FullName, string? BaseType, IReadOnlyList<string> Interfaces, bool IsPublicSealed, bool IsAbstract, IReadOnlyList<AttributeValue> Attributes)
{
    /// <summary>Whether the class names the interface.</summary>
    public bool Implements(Type type) => Interfaces.Contains(type.FullName ?? type.Name, StringComparer.Ordinal);

    /// <summary>The attributes of the SDK's type.</summary>
    public IEnumerable<AttributeValue> All<T>() where T : Attribute => Attributes.Where(attribute => attribute.Is<T>());
}
