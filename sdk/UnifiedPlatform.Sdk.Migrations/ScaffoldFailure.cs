namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>A migration cannot be written; the message says what to do.</summary>
internal sealed class ScaffoldFailure(string message) : Exception(message);
