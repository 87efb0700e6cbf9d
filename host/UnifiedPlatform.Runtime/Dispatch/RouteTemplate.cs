namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The whole template of a module's route as text, kept at its endpoint: telemetry names requests by it.</summary>
internal sealed record RouteTemplate(string Text);
