namespace UnifiedPlatform.Sdk.Failures;

/// <summary>An expected failure with a stable code <c>{module}.{kebab-case}</c> and the HTTP status it becomes (RFC 9457).</summary>
/// <param name="Code">Stable code clients branch on.</param>
/// <param name="Status">HTTP status: 400, 403, 404, 409, 422, 429, 503.</param>
/// <param name="Detail">One sentence in the reader's language: what is wrong with this value and what to do. No personal data.</param>
/// <param name="Extensions">Further members of the problem document (state, possible actions, errors by pointer); null: none.</param>
public sealed record Refusal(string Code, int Status, string Detail, IReadOnlyDictionary<string, object?>? Extensions = null);
