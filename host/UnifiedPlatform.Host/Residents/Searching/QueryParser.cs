using System.Globalization;
using System.Text;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Residents.Searching;

/// <summary>Understands the one box: names, pinyin, initials, id or phone whole or its last digits, birth date or year, address, codes and tags, mixed with blanks.</summary>
public sealed class QueryParser(TypedPinyin pinyin, IBlindIndex blind)
{
    /// <summary>Most characters that are read; the rest of a longer query is left alone.</summary>
    public const int MostCharacters = 200;

    private const int MostTerms = 8;

    public ParsedQuery Parse(string? typed, DateOnly today, TagTitles tags)
    {
        var terms = new List<SearchTerm>();
        string? hint = null, idPrefix = null;
        var letters = new List<string>();
        foreach (var word in Words(typed))
        {
            if (word.Kind == WordKind.Letters) { letters.Add(word.Text); continue; }
            FlushLetters();
            if (word.Kind == WordKind.Text) AddText(word.Text);
            else AddDigits(word.Text);
            if (terms.Count == MostTerms) break;
        }
        FlushLetters();
        if (terms.Count == 0 && hint is null && !string.IsNullOrWhiteSpace(typed)) hint = "residents.hint.nothing";
        return new ParsedQuery(terms, hint, idPrefix);

        void FlushLetters()
        {
            if (letters.Count == 0) return;
            if (Letters(letters) is { } term) terms.Add(term);
            else hint ??= "residents.hint.letters";
            letters.Clear();
        }

        void AddText(string text)
        {
            if (Text(text, tags) is { } term) terms.Add(term);
            else hint ??= "residents.hint.nothing";
        }

        void AddDigits(string digits)
        {
            if (digits.Length == 14 && Day(digits[6..], today) is { } born)
            {
                terms.Add(Born(born));
                idPrefix = digits;
            }
            else if (Digits(digits, today) is { } term) terms.Add(term);
            else hint ??= "residents.hint.digits";
        }
    }

    private static SearchTerm? Text(string word, TagTitles tags)
    {
        var name = SearchText.Bare(SearchText.Name(word));
        var units = SearchText.AddressUnits(word);
        var ways = new List<TokenCondition>();
        var characters = name.EnumerateRunes().Where(r => !Rune.IsPunctuation(r) && !Rune.IsSymbol(r)).Select(r => r.ToString()).ToArray();
        name = string.Concat(characters);
        var isName = characters.Length is > 0 and <= PersonName.MaxLength && !characters.Any(c => char.IsAsciiDigit(c[0]));
        if (isName) ways.Add(characters.Length == 1 ? new TokenCondition.Has(Token.NamePart(name)) : TokenCondition.AllOf(Pairs(characters).Select(p => Token.NamePart(p.First + p.Second))));
        if (units.Count > 1) ways.Add(TokenCondition.AllOf(Pairs(units).Select(p => Token.AddressPart(p.First, p.Second))));
        var titled = tags.Kinds(word);
        ways.AddRange(titled.Select(kind => new TokenCondition.Has(Token.Tag(kind))));
        if (ways.Count == 0) return null;
        return new SearchTerm(TokenCondition.AnyOf(ways), isName ? name : null, units.Count > 1 ? $" {string.Join(' ', units)} " : null, titled.Count > 0 ? TermKind.Tag : TermKind.Text);
    }

    private SearchTerm? Letters(List<string> words)
    {
        var all = string.Concat(words);
        if (all.Length is < 2 or > TypedPinyin.MostLetters) return null;
        var tokens = new List<string>();
        // A foreign name is its own syllables.
        tokens.Add(Token.Pinyin(words));
        tokens.Add(Token.GivenPinyin(words));
        if (all.Length <= 8) tokens.AddRange([Token.Initials(all), Token.GivenInitials(all)]);
        foreach (var syllables in Syllables(words)) tokens.AddRange([Token.Pinyin(syllables), Token.GivenPinyin(syllables)]);
        return new SearchTerm(TokenCondition.AnyOf(tokens.Take(MostAlternatives)), null, null, TermKind.Pinyin);
    }

    private const int MostAlternatives = 96;

    // Whole syllables in every word but the last, whose end may be only begun; initials may follow a surname.
    private IEnumerable<string[]> Syllables(List<string> words)
    {
        var heads = words.SkipLast(1).Aggregate((IReadOnlyList<string[]>)[[]], (cuts, word) => [.. cuts.SelectMany(head => pinyin.Whole(word).Select(tail => (string[])[.. head, .. tail])).Take(16)]);
        var last = words[^1];
        foreach (var head in heads)
        {
            var whole = pinyin.Whole(last);
            foreach (var cut in whole)
                foreach (var end in pinyin.Completions(cut[^1])) yield return [.. head, .. cut[..^1], end];
            if (whole.Count > 0) continue;
            foreach (var (cut, begun) in pinyin.Begun(last))
            {
                if (begun.Length == 1) yield return [.. head, .. cut, begun];
                else foreach (var end in pinyin.Completions(begun)) yield return [.. head, .. cut, end];
            }
        }
        foreach (var cut in SurnameAndInitials(string.Concat(words))) yield return cut;
    }

    private IEnumerable<string[]> SurnameAndInitials(string letters)
    {
        for (var initials = 2; initials <= 3 && initials < letters.Length; initials++)
            foreach (var surname in pinyin.Whole(letters[..^initials]))
                if (surname.Length <= 2) yield return [.. surname, letters[^initials..]];
    }

    private SearchTerm? Digits(string digits, DateOnly today)
    {
        var number = digits.ToUpperInvariant();
        if (number.EndsWith('X'))
        {
            return number.Length switch
            {
                18 => WholeId(number),
                6 => Number(Token.IdLast6(blind.Token("id6", number))),
                4 => Number(Token.IdLast4(blind.Token("id4", number))),
                _ => null,
            };
        }
        return number.Length switch
        {
            4 => FourDigits(number, today),
            6 => Number(Token.IdLast6(blind.Token("id6", number)), Token.Scope(number)),
            8 when Day(number, today) is { } day => Born(day),
            9 => Place(number),
            10 or 11 or 12 or 7 or 8 => PhoneOrPlace(number),
            15 when NationalId.TryParse(number, today, out var old, out _) => WholeId(old.Value),
            16 => Place(number),
            18 => WholeId(number),
            _ => null,
        };
    }

    private SearchTerm FourDigits(string number, DateOnly today)
    {
        var tokens = new List<string> { Token.IdLast4(blind.Token("id4", number)), Token.PhoneLast4(blind.Token("phone4", number)) };
        var year = int.Parse(number, CultureInfo.InvariantCulture);
        if (year >= 1900 && year <= today.Year) tokens.Add(Token.BirthYear(year));
        return Number([.. tokens]);
    }

    private SearchTerm? PhoneOrPlace(string number)
    {
        var tokens = new List<string>();
        if (PhoneNumber.TryParse(number, out var phone, out _)) tokens.Add(Token.Phone(blind.Token("phone", phone.Value)));
        if (number.Length == 12 && Token.Scope(number) is { } community) tokens.Add(community);
        return tokens.Count == 0 ? null : Number([.. tokens]);
    }

    private SearchTerm Born(DateOnly day) =>
        new(new TokenCondition.Has(Token.BirthDate(blind.Token("birth", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)))), null, null, TermKind.Birth);

    private static SearchTerm? Place(string code) => Token.Scope(code) is { } token ? new SearchTerm(new TokenCondition.Has(token), null, null, TermKind.Place) : null;

    private SearchTerm WholeId(string number) => Number(Token.NationalId(blind.Token("id", number))) with { WholeId = number };

    private static SearchTerm Number(params ReadOnlySpan<string?> tokens) => new(TokenCondition.AnyOf(tokens.ToArray().OfType<string>()), null, null, TermKind.Number);

    private static DateOnly? Day(string digits, DateOnly today) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1880 && day <= today ? day : null;

    private static IEnumerable<(string First, string Second)> Pairs(IReadOnlyList<string> units)
    {
        for (var i = 0; i + 1 < units.Count; i++) yield return (units[i], units[i + 1]);
    }

    private static IEnumerable<(WordKind Kind, string Text)> Words(string? typed)
    {
        var text = typed is { Length: > MostCharacters } ? typed[..MostCharacters] : typed ?? "";
        var folded = string.Concat(SearchText.Fold(DateWords.Joined(text)).Select(r => r.ToString()));
        foreach (var word in folded.Split([' ', '\t', '\n', '\r', '\u3000', '\u00A0', ',', '\uFF0C', '\u3001', ';', '\uFF1B'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.All(c => char.IsAscii(c)))
                foreach (var run in Runs(word)) yield return run;
            else if (HasMark(word) && SearchText.Latin(word) is { Length: > 0 } latin)
                foreach (var part in latin.Split(' ')) yield return (WordKind.Letters, part);
            else yield return (WordKind.Text, word);
        }
    }

    // Typed tone marks: Latin letters beyond ASCII and no Han at all.
    private static bool HasMark(string word) => !word.EnumerateRunes().Any(SearchText.IsHan) && word.Any(char.IsAsciiLetter);

    private static IEnumerable<(WordKind Kind, string Text)> Runs(string word)
    {
        var digits = string.Concat(word.Where(c => char.IsAsciiDigit(c) || c == 'x'));
        var isNumber = digits.Length > 0 && digits.IndexOf('x', StringComparison.Ordinal) is var x && (x < 0 || x == digits.Length - 1) && digits.Length > 1
            && word.All(c => char.IsAsciiDigit(c) || c is 'x' or '-' or '+' or '(' or ')');
        if (isNumber)
        {
            yield return (WordKind.Digits, digits.StartsWith("86", StringComparison.Ordinal) && word.StartsWith('+') ? digits[2..] : digits);
            yield break;
        }
        var run = new StringBuilder();
        foreach (var c in word)
        {
            var kind = char.IsAsciiDigit(c) ? WordKind.Digits : WordKind.Letters;
            if (!char.IsAsciiLetterOrDigit(c) || (run.Length > 0 && char.IsAsciiDigit(run[0]) != char.IsAsciiDigit(c)))
            {
                if (run.Length > 0) yield return (char.IsAsciiDigit(run[0]) ? WordKind.Digits : WordKind.Letters, run.ToString());
                run.Clear();
            }
            if (char.IsAsciiLetterOrDigit(c)) run.Append(c);
        }
        if (run.Length > 0) yield return (char.IsAsciiDigit(run[0]) ? WordKind.Digits : WordKind.Letters, run.ToString());
    }

    private enum WordKind
    {
        Text,
        Letters,
        Digits,
    }
}
