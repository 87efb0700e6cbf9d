namespace UnifiedPlatform.Sdk.Access;

/// <summary>One arm of a permission's scope.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Values">Region, grid or department codes; empty for <see cref="ScopeKind.All"/>, <see cref="ScopeKind.Own"/> and <see cref="ScopeKind.Task"/>.</param>
public sealed record ScopeArm(ScopeKind Kind, IReadOnlyList<string> Values);
