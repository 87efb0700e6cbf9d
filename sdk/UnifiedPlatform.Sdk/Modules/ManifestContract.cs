namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A contract of another module (<see cref="RequiresContractAttribute"/>).</summary>
/// <param name="Contract"><c>topic:{name}</c> or <c>api:{module}</c>.</param>
/// <param name="Range">Versions, e.g. <c>&gt;=1.0.0 &lt;2.0.0</c>.</param>
/// <param name="Optional">Whether the module works without it.</param>
public sealed record ManifestContract(string Contract, string Range, bool Optional);
