namespace UnifiedPlatform.OneWindow.Domain.Lint;

/// <summary>Something a service item must not have.</summary>
/// <param name="Rule">Rule, e.g. <c>L21</c>.</param>
/// <param name="At">Where in the document.</param>
/// <param name="Code">What is wrong.</param>
public sealed record LintFinding(string Rule, string At, string Code);
