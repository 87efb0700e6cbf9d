using UnifiedPlatform.Host.Identity.Data;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>What a new account is to be.</summary>
internal sealed record NewAccount(string User, string Name, AccountKind Kind, string? Department, string? Region, IReadOnlyList<NewGrant> Grants, Guid? Responsible = null);
