using System.Text;
using UnifiedPlatform.Host.Residents.Indexing;

namespace UnifiedPlatform.Host.Residents.Pinyin;

/// <summary>Reads a name aloud in at most four ways: the surname as families say it, then other modern readings of each character.</summary>
public sealed class NameReader(PinyinTable table)
{
    private const int MostReadings = 4;

    /// <summary>Readings of a normalised name, the likeliest first; characters nobody can read are passed over.</summary>
    /// <param name="name">Name as <see cref="SearchText.Name"/> gives it.</param>
    /// <param name="override">How this person says the name, syllables apart; null: as usual.</param>
    public IReadOnlyList<NameReading> Read(string name, string? @override = null)
    {
        var (surname, given) = Split(name);
        if (!string.IsNullOrWhiteSpace(@override))
        {
            var syllables = SearchText.Latin(@override).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return [new NameReading(syllables, Math.Min(surname.Units, syllables.Length))];
        }

        List<IReadOnlyList<string>> choices = [surname.Readings, .. given];
        var readings = new List<NameReading>(1);
        foreach (var reading in OneChangeAtATime(choices))
        {
            var syllables = reading.Where(s => s.Length > 0).SelectMany(s => s.Split(' ')).ToArray();
            if (syllables.Length == 0) continue;
            var head = reading[0].Length == 0 ? 0 : reading[0].Split(' ').Length;
            if (!readings.Exists(r => r.SurnameLength == head && r.Syllables.SequenceEqual(syllables))) readings.Add(new NameReading(syllables, head));
            if (readings.Count == MostReadings) break;
        }
        return readings;
    }

    private ((IReadOnlyList<string> Readings, int Units) Surname, List<IReadOnlyList<string>> Given) Split(string name)
    {
        var parts = name.Split([SearchText.Dot, ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return (([""], 0), []);
        // In a name with dots or spaces the first part stands where the surname stands.
        if (parts.Length > 1)
        {
            var first = Units(parts[0]);
            return (([string.Join(' ', first.Select(Primary).Where(s => s.Length > 0))], first.Count), [.. parts.Skip(1).SelectMany(Units).Select(Readings)]);
        }

        var units = Units(parts[0]);
        if (units.Count > 2 && Surnames.IsDouble(units[0] + units[1]))
            return ((Surnames.OfDouble(units[0] + units[1]), 2), [.. units.Skip(2).Select(Readings)]);
        return (([.. Surnames.OfSingle(units[0]).Concat(Readings(units[0])).Distinct(StringComparer.Ordinal)], 1), [.. units.Skip(1).Select(Readings)]);
    }

    private string Primary(string unit) => Readings(unit)[0];

    private IReadOnlyList<string> Readings(string unit)
    {
        if (char.IsAsciiLetter(unit[0])) return [unit];
        return table.Of(Rune.GetRuneAt(unit, 0)) is { Count: > 0 } readings ? readings : [""];
    }

    private static List<string> Units(string part)
    {
        var units = new List<string>(part.Length);
        var word = new StringBuilder();
        foreach (var rune in part.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetter(rune)) { word.Append(rune.ToString()); continue; }
            if (word.Length > 0) { units.Add(word.ToString()); word.Clear(); }
            units.Add(rune.ToString());
        }
        if (word.Length > 0) units.Add(word.ToString());
        return units;
    }

    private static IEnumerable<string[]> OneChangeAtATime(List<IReadOnlyList<string>> choices)
    {
        var usual = choices.Select(c => c[0]).ToArray();
        yield return usual;
        for (var place = 0; place < choices.Count; place++)
            foreach (var other in choices[place].Skip(1))
            {
                var reading = (string[])usual.Clone();
                reading[place] = other;
                yield return reading;
            }
    }
}
