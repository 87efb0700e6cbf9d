namespace UnifiedPlatform.Sdk.Access;

/// <summary>Key of an account; the only name of an actor in data and audit.</summary>
/// <param name="Value">UUID version 7.</param>
public readonly record struct AccountId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");
}
