using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.SocialLinkage.Workers;

public sealed record WorkerView(Guid Id, ResidentId ResidentId, string Name, Qualification Qualification, string Community, DateOnly? RegisteredUntil, Guid? OrganisationId, string? Organisation, int Version);
