using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;

namespace UnifiedPlatform.Host.Identity;

/// <summary>A person or machine of the demo town.</summary>
internal sealed record DemoPerson(string User, string Name, string? Department, string? Region, string Purpose, IReadOnlyList<NewGrant> Grants, bool HasKey = true, AccountKind Kind = AccountKind.Staff)
{
    public NewAccount ToAccount() => new(User, Name, Kind, Department, Region, Grants);
}
