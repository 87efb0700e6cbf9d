namespace UnifiedPlatform.Host.Residents.Pinyin;

/// <summary>One way to say a name: syllables, of which the first <paramref name="SurnameLength"/> are the surname.</summary>
/// <param name="Syllables">Syllables in order; a word in Latin letters counts as one.</param>
/// <param name="SurnameLength">How many of them are the surname, or the first part of a name with dots.</param>
public sealed record NameReading(IReadOnlyList<string> Syllables, int SurnameLength)
{
    /// <summary>Syllables of the given name.</summary>
    public IReadOnlyList<string> Given => [.. Syllables.Skip(SurnameLength)];

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Syllables);
}
