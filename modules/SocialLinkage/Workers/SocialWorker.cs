using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.SocialLinkage.Workers;

/// <summary>A resident who works as social worker for a community. Who the person is stays in the register.</summary>
public sealed class SocialWorker : IScoped
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Scope Scope { get; private set; } = new();
    public int Version { get; private set; }

    public required ResidentId Resident { get; init; }
    public required Qualification Qualification { get; set; }

    /// <summary>Community served, 12 digits.</summary>
    public required string Community { get; set; }

    /// <summary>Last day of the professional registration (three years); null: none needed or unknown.</summary>
    public DateOnly? RegisteredUntil { get; set; }

    /// <summary>Organisation that employs; null: the town's own station.</summary>
    public Guid? OrganisationId { get; set; }
}
