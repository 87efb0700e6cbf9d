using System.Collections.Frozen;

namespace UnifiedPlatform.Host.Residents.Pinyin;

/// <summary>Cuts typed letters into syllables: <c>xian</c> is xian or xi an, <c>zhangwe</c> is zhang and the beginning of wei, wen or weng.</summary>
public sealed class TypedPinyin
{
    /// <summary>Longest run of letters that is cut.</summary>
    public const int MostLetters = 40;

    private const int MostCuts = 16;
    private readonly FrozenSet<string> _syllables;
    private readonly string[] _sorted;

    /// <summary>Takes the syllables of a table; sounds without a vowel (嗯 ng) are no syllables of names.</summary>
    public TypedPinyin(PinyinTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        _sorted = [.. table.Syllables.Where(s => s.Any("aeiouv".Contains)).Order(StringComparer.Ordinal)];
        _syllables = _sorted.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Every way to cut the letters into whole syllables.</summary>
    public IReadOnlyList<string[]> Whole(string letters)
    {
        var cuts = new List<string[]>();
        if (letters.Length <= MostLetters) Cut(letters, 0, [], cuts);
        return cuts;
    }

    /// <summary>Every way to cut the letters into whole syllables and a last one that is only begun.</summary>
    public IReadOnlyList<(string[] Whole, string Begun)> Begun(string letters)
    {
        if (letters.Length > MostLetters) return [];
        var cuts = new List<(string[], string)>();
        for (var last = Math.Min(5, letters.Length); last > 0; last--)
        {
            var begun = letters[^last..];
            if (!StartsSyllable(begun)) continue;
            if (last == letters.Length) cuts.Add(([], begun));
            else cuts.AddRange(Whole(letters[..^last]).Select(whole => (whole, begun)));
        }
        return [.. cuts.Take(MostCuts)];
    }

    /// <summary>The syllables that begin with the letters, these letters themselves included when they are one.</summary>
    public IEnumerable<string> Completions(string begun)
    {
        var at = Array.BinarySearch(_sorted, begun, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _sorted.Length && _sorted[i].StartsWith(begun, StringComparison.Ordinal); i++) yield return _sorted[i];
    }

    private bool StartsSyllable(string begun) => Completions(begun).Any();

    private void Cut(string letters, int from, List<string> head, List<string[]> cuts)
    {
        if (cuts.Count == MostCuts) return;
        if (from == letters.Length) { cuts.Add([.. head]); return; }
        for (var length = Math.Min(6, letters.Length - from); length > 0; length--)
        {
            var syllable = letters.Substring(from, length);
            if (!_syllables.Contains(syllable)) continue;
            head.Add(syllable);
            Cut(letters, from + length, head, cuts);
            head.RemoveAt(head.Count - 1);
        }
    }
}
