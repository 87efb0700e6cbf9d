namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">Field of the form.</param>
/// <param name="Key">Key of the sentence.</param>
/// <param name="Argument">What fills it in; null: nothing.</param>
internal sealed record PublisherFault(string Field, string Key, string? Argument = null);
