namespace UnifiedPlatform.Runtime.Packages;

/// <summary>A key of a publisher with what it may sign.</summary>
/// <param name="Publisher">Who signs with it.</param>
/// <param name="PublicKey">Public key, PEM.</param>
/// <param name="IdPrefixes">Beginnings of module ids it may publish; empty: any.</param>
/// <param name="Ceiling">Most capabilities its modules may ask for, <c>*</c> at the end of one stands for the rest; null: any.</param>
public sealed record TrustedPublisher(PackagePublisher Publisher, string PublicKey, IReadOnlyList<string> IdPrefixes, IReadOnlyList<string>? Ceiling)
{
    /// <summary>Whether the publisher may publish a module of this id: the prefix itself, or the prefix and a hyphen before the rest.</summary>
    public bool Publishes(string moduleId)
    {
        ArgumentNullException.ThrowIfNull(moduleId);
        return IdPrefixes.Count == 0 || IdPrefixes.Any(prefix => moduleId == prefix || moduleId.StartsWith(prefix.TrimEnd('-') + "-", StringComparison.Ordinal));
    }

    /// <summary>Whether a module of the publisher may ask for the capability.</summary>
    public bool Allows(string capability)
    {
        ArgumentNullException.ThrowIfNull(capability);
        return Ceiling is null || Ceiling.Any(allowed => allowed.EndsWith('*') ? capability.StartsWith(allowed[..^1], StringComparison.Ordinal) : capability == allowed);
    }
}
