namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The lowest version of the module whose code runs on the newest migration: the floor of a roll-back. Set it with a migration that takes something away (contract);
/// without it the floor is the version being built whenever a migration is new to it.</summary>
/// <param name="version">Version, <c>major.minor.patch</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SchemaFloorAttribute(string version) : Attribute
{
    /// <summary>Version.</summary>
    public string Version { get; } = version;
}
