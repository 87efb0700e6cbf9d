using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>What somebody posted after the session had ended, carried through the sign-in.</summary>
/// <param name="Account">Who typed it; nobody else gets it back.</param>
/// <param name="Until">Until when.</param>
/// <param name="Address">Where it was posted to.</param>
/// <param name="Back">The page it was typed on.</param>
/// <param name="Fields">Names and values in their order.</param>
/// <param name="Files">Field and name of the chosen files; their contents are not kept.</param>
public sealed record KeptForm(AccountId Account, DateTimeOffset Until, string Address, string Back, IReadOnlyList<KeptField> Fields, IReadOnlyList<KeptField> Files);
