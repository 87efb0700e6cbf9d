namespace UnifiedPlatform.Sdk.Residents;

/// <summary>Key of a person in the register. Minted by the host's Residents room only; modules store nothing else about who a person is.</summary>
/// <param name="Value">UUID version 7.</param>
public readonly record struct ResidentId(Guid Value) : IParsable<ResidentId>
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString("D");

    /// <inheritdoc/>
    public static ResidentId Parse(string s, IFormatProvider? provider) => new(Guid.ParseExact(s, "D"));

    /// <inheritdoc/>
    public static bool TryParse(string? s, IFormatProvider? provider, out ResidentId result)
    {
        var parsed = Guid.TryParseExact(s, "D", out var value);
        result = new ResidentId(value);
        return parsed;
    }
}
