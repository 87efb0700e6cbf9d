namespace UnifiedPlatform.Sdk.Protection;

/// <summary>Encrypts single fields (AES-256-GCM; the row and column are bound in, so a value moved elsewhere does not open). Imported from the host.</summary>
public interface IFieldProtector
{
    /// <summary>Encrypts a text for one column of one row.</summary>
    /// <param name="table">Table, e.g. <c>one-window.case_dossier</c>.</param>
    /// <param name="column">Column.</param>
    /// <param name="row">Row key, given before the insert and never changed.</param>
    /// <param name="plain">Clear text.</param>
    byte[] Protect(string table, string column, Guid row, string plain);

    /// <summary>Opens a value. Throws when it was moved, changed, or its key is gone.</summary>
    string Unprotect(string table, string column, Guid row, byte[] sealedValue);
}

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

/// <summary>A sensitive value: every way out is masked (<c>ToString</c>, JSON, Razor, log). Clear text leaves only through the reveal of the platform.</summary>
/// <typeparam name="T">Domain type, e.g. <c>NationalId</c>.</typeparam>
public readonly struct Sensitive<T>(T value, Func<T, string> mask) where T : notnull
{
    private readonly T _value = value;
    private readonly Func<T, string> _mask = mask;

    /// <summary>The masked form.</summary>
    public override string ToString() => _mask is null ? "" : _mask(_value);

    /// <summary>The clear value, for the code that encrypts, indexes or reveals it. Never pass it to a log, a URL, a span or an exception.</summary>
    public T Clear() => _value;
}
