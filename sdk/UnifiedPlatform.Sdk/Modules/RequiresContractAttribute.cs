namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A contract of another module this one builds on: a topic it reads or an API it calls. Without it a package that requires it is not installed;
/// an optional one only disables what builds on it. Every topic of <see cref="ConsumesAttribute"/> is listed as optional by itself.</summary>
/// <param name="contract"><c>topic:{module}.{noun}-{past-verb}</c> or <c>api:{module}</c>.</param>
/// <param name="range">Versions, e.g. <c>&gt;=1 &lt;2</c>: of the topic, or of the module whose API it is.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RequiresContractAttribute(string contract, string range) : Attribute
{
    /// <summary>Contract.</summary>
    public string Contract { get; } = contract;

    /// <summary>Versions.</summary>
    public string Range { get; } = range;

    /// <summary>Whether the module works without it.</summary>
    public bool Optional { get; set; }
}
