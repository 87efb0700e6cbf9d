namespace UnifiedPlatform.PartyBuilding.Organisations;

/// <param name="Members">Members that count, in this organisation alone.</param>
public sealed record OrganisationView(Guid Id, string Code, Guid? ParentId, OrganisationType Type, string Name, string? Region, Guid? SecretaryId, string? Secretary,
    DateOnly? FoundedOn, DateOnly? TermEndsOn, TermState TermState, int Members, int Version);
