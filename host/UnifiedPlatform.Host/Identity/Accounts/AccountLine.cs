using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>An account in the list.</summary>
internal sealed record AccountLine(AccountId Id, string User, string Name, AccountKind Kind, AccountState State, string? Department, IReadOnlyList<string> Roles, DateTimeOffset? SignedInAt);
