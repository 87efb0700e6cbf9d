namespace UnifiedPlatform.Sdk.Data;

/// <summary>The turn to write did not come in time; the caller answers 503 and may be asked again.</summary>
public sealed class DatabaseBusyException(string owner) : Exception($"The database of '{owner}' is busy: another write holds it.");
