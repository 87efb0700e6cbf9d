using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Runtime.Packages.Code;

/// <summary>Something modules may not refer to.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Broken">Whether a use breaks the rule.</param>
internal sealed record CodeRule(string Key, Func<MemberUse, bool> Broken);
