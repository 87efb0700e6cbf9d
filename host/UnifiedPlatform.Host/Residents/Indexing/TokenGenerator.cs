using System.Globalization;
using System.Text;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The one generator of search tokens, whatever engine keeps them (resident-index.md §3). No id, phone or birth date leaves it in clear.</summary>
public sealed class TokenGenerator(NameReader names, IBlindIndex blind)
{
    /// <summary>Raised when the tokens of the same resident would differ; the index is then built anew.</summary>
    public const int SchemaVersion = 1;

    /// <summary>The tokens of a resident, each once, in a fixed order.</summary>
    public IReadOnlyList<string> Tokens(IndexedResident resident)
    {
        ArgumentNullException.ThrowIfNull(resident);
        if (resident.Gone) return [];
        var tokens = new SortedSet<string>(StringComparer.Ordinal);
        AddName(tokens, resident.Name, resident.Pinyin);
        foreach (var name in resident.OtherNames) AddName(tokens, name, null);
        AddAddress(tokens, resident.Address);
        AddHashes(tokens, resident);
        AddPlace(tokens, resident);
        foreach (var tag in resident.Tags) tokens.Add(Token.Tag(tag));
        return [.. tokens];
    }

    private void AddName(SortedSet<string> tokens, string written, string? pinyin)
    {
        var name = SearchText.Name(written);
        var bare = SearchText.Bare(name);
        if (bare.Length == 0) return;
        tokens.Add(Token.ExactName(bare));
        var characters = bare.EnumerateRunes().Select(r => r.ToString()).ToArray();
        for (var i = 0; i < characters.Length; i++)
        {
            tokens.Add(Token.NamePart(characters[i]));
            if (i + 1 < characters.Length) tokens.Add(Token.NamePart(characters[i] + characters[i + 1]));
        }
        foreach (var reading in names.Read(name, pinyin)) AddReading(tokens, reading);
    }

    private static void AddReading(SortedSet<string> tokens, NameReading reading)
    {
        AddEdges(tokens, reading.Syllables, Token.Pinyin, Token.Initials);
        AddEdges(tokens, reading.Given, Token.GivenPinyin, Token.GivenInitials);
        if (reading.SurnameLength > 0 && reading.Given.Count > 1)
            tokens.Add(Token.Pinyin(reading.Syllables.Take(reading.SurnameLength).Append(Initials(reading.Given))));
    }

    private static void AddEdges(SortedSet<string> tokens, IReadOnlyList<string> syllables, Func<IEnumerable<string>, string> pinyin, Func<string, string> initials)
    {
        for (var length = 1; length <= syllables.Count; length++)
        {
            tokens.Add(pinyin(syllables.Take(length)));
            tokens.Add(initials(Initials(syllables.Take(length))));
            if (length < syllables.Count) tokens.Add(pinyin(syllables.Take(length).Append(syllables[length][..1])));
        }
    }

    private static string Initials(IEnumerable<string> syllables)
    {
        var initials = new StringBuilder();
        foreach (var syllable in syllables) initials.Append(syllable[0]);
        return initials.ToString();
    }

    private static void AddAddress(SortedSet<string> tokens, string address)
    {
        var units = SearchText.AddressUnits(address);
        for (var i = 0; i + 1 < units.Count; i++) tokens.Add(Token.AddressPart(units[i], units[i + 1]));
    }

    private void AddHashes(SortedSet<string> tokens, IndexedResident resident)
    {
        if (resident.NationalId is { Length: >= 6 } id)
        {
            tokens.Add(Token.NationalId(blind.Token("id", id)));
            tokens.Add(Token.IdLast6(blind.Token("id6", id[^6..])));
            tokens.Add(Token.IdLast4(blind.Token("id4", id[^4..])));
        }
        if (resident.Phone is { Length: >= 4 } phone)
        {
            tokens.Add(Token.Phone(blind.Token("phone", phone)));
            tokens.Add(Token.PhoneLast4(blind.Token("phone4", phone[^4..])));
        }
        if (resident.BirthDate is not { } birth) return;
        tokens.Add(Token.BirthDate(blind.Token("birth", birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture))));
        tokens.Add(Token.BirthYear(birth.Year));
    }

    private static void AddPlace(SortedSet<string> tokens, IndexedResident resident)
    {
        tokens.Add(Token.Sex(resident.Sex));
        if (resident.Region is { } region)
            foreach (var length in (ReadOnlySpan<int>)[6, 9, 12])
                if (region.Length >= length && Token.Scope(region[..length]) is { } token) tokens.Add(token);
        if (resident.Grid is { } grid && Token.Scope(grid) is { } own) tokens.Add(own);
        if (resident.Household is { } household) tokens.Add(Token.Household(household));
    }
}
