using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.PartyBuilding.Members;

/// <param name="Minutes">Service minutes received, corrections included.</param>
public sealed record MemberView(Guid Id, ResidentId ResidentId, string Name, string Sex, string? AgeBand, string? Region, Guid OrganisationId, string Organisation,
    DateOnly JoinedOn, DateOnly? ProbationEndsOn, DateOnly? ConfirmedOn, MemberStatus Status, IReadOnlyList<MemberAction> Possible, int Minutes, int Version);
