using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>An account with its rights, as read at one stamp and one epoch.</summary>
internal sealed record KnownAccount(AccountId Id, AccountKind Kind, AccountState State, string Name, string? Department, string? Region, int Stamp, int Epoch, string Matrix, DateTimeOffset? ReadAgainAt, RightsSnapshot Rights)
{
    public Actor ToActor(string? sessionHash, string? purpose) =>
        new(Id, Kind == AccountKind.Machine ? ActorKind.Machine : ActorKind.Staff, Name, Department, Region, sessionHash, purpose);
}
