namespace UnifiedPlatform.Host.Modules.Data;

/// <summary>A package that is not loaded any more, whoever signed it.</summary>
internal sealed class RevokedPackage
{
    /// <summary>SHA-256 of its <c>module.json</c>.</summary>
    public required string Hash { get; init; }

    /// <summary>Why, in the officer's words.</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset RevokedAt { get; init; }

    /// <summary>See <see cref="Operation.Actor"/>.</summary>
    public required string RevokedBy { get; init; }
}
