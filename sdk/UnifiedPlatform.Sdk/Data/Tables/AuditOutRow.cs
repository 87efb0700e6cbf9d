namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>An audit entry written with the change it tells of, until the sealer has chained it. The bytes are hashed as they are.</summary>
internal sealed class AuditOutRow
{
    public Guid Id { get; init; }

    public required byte[] Body { get; init; }
}
