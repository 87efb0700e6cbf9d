namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>What an administrator decides about a checked package.</summary>
/// <param name="Granted">Capabilities granted of those it asks for; the others are withheld.</param>
/// <param name="Activates">Whether the version is to serve at once.</param>
internal sealed record InstallChoice(IReadOnlyList<string> Granted, bool Activates);
