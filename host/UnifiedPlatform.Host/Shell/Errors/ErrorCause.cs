namespace UnifiedPlatform.Host.Shell.Errors;

/// <summary>Left on the request by who refused it, when the status alone says too little.</summary>
/// <param name="Code">Code of the problem document.</param>
/// <param name="What">What its words name; null: nothing.</param>
internal sealed record ErrorCause(string Code, string? What = null);
