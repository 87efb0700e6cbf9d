namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A topic the module publishes (<see cref="PublishesAttribute"/>).</summary>
/// <param name="Name">Topic name.</param>
/// <param name="Version">Integer version.</param>
/// <param name="Schema">Path of its JSON Schema in the package; null: a topic whose body the SDK defines.</param>
public sealed record ManifestTopic(string Name, int Version, string? Schema);
