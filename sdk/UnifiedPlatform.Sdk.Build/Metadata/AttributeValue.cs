namespace UnifiedPlatform.Sdk.Build.Metadata;

/// <summary>An attribute as it stands in an assembly's metadata.</summary>
/// <param name="Type">Full name of the attribute type.</param>
/// <param name="Arguments">Constructor arguments.</param>
/// <param name="Properties">Named arguments.</param>
public sealed record AttributeValue(string Type, IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?> Properties)
{
    /// <summary>Whether the attribute is of the SDK's type.</summary>
    public bool Is<T>() where T : Attribute => Type == typeof(T).FullName;

    /// <summary>A constructor argument as text.</summary>
    public string Text(int index) => Arguments[index] as string ?? "";

    /// <summary>A constructor argument as number.</summary>
    public int Number(int index) => Arguments[index] as int? ?? 0;

    /// <summary>A named argument, or what the attribute has without it.</summary>
    public T Property<T>(string name, T otherwise) => Properties.TryGetValue(name, out var value) && value is T typed ? typed : otherwise;
}
