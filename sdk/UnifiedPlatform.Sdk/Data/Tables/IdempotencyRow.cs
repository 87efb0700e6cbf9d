namespace UnifiedPlatform.Sdk.Data.Tables;

/// <summary>The first answer to a changing request, given again to its twins.</summary>
internal sealed class IdempotencyRow
{
    public required string Scope { get; init; }

    public required string Key { get; init; }

    /// <summary>Bound into the encryption of <see cref="Response"/>.</summary>
    public Guid Id { get; init; }

    public required byte[] RequestHash { get; init; }

    /// <summary>0: in flight.</summary>
    public int Status { get; init; }

    public string? Location { get; init; }

    public string? ContentType { get; init; }

    public byte[]? Response { get; init; }

    public DateTimeOffset At { get; init; }
}
