namespace UnifiedPlatform.Sdk.Protection;

/// <summary>Keyed hashes by which equal values are found without being stored in clear. Imported from the host.</summary>
public interface IBlindIndex
{
    /// <summary>First 64 bits of the keyed hash as 16 lower-case hex digits (search token).</summary>
    /// <param name="kind">Kind with a key of its own: <c>id id6 id4 phone phone4 birth</c>.</param>
    /// <param name="normalised">Normalised value.</param>
    string Token(string kind, string normalised);

    /// <summary>First 128 bits, for unique constraints.</summary>
    byte[] Unique(string kind, string normalised);
}
