namespace UnifiedPlatform.Runtime.Packages;

/// <summary>What the one who installs a package has stated about it.</summary>
/// <param name="AllowsOlder">A version lower than the highest installed one is wanted: a stated roll-back.</param>
public sealed record StageOptions(bool AllowsOlder = false);
