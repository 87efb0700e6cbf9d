using System.Text;

namespace UnifiedPlatform.Host.Residents.Pinyin;

/// <summary>Toneless readings of Han characters, made from Unihan by <c>build-pinyin-table</c> (see <c>NOTICE</c>).</summary>
public sealed class PinyinTable
{
    private readonly string[] _syllables;
    private readonly int[] _characters;
    private readonly int[] _starts;
    private readonly ushort[] _readings;
    private readonly bool[] _common;

    private PinyinTable(ReadOnlySpan<byte> bytes)
    {
        var reader = new VarintReader(bytes);
        if (!reader.Skip("UPPY\u0001"u8)) throw new InvalidDataException("The pinyin table is not one of version 1. Rebuild it with build-pinyin-table.");
        _syllables = new string[reader.Next()];
        for (var i = 0; i < _syllables.Length; i++) _syllables[i] = Encoding.ASCII.GetString(reader.Take(reader.Next()));

        var count = reader.Next();
        (_characters, _starts, _common) = (new int[count], new int[count + 1], new bool[count]);
        var readings = new List<ushort>(count + (count / 8));
        for (int i = 0, character = 0; i < count; i++)
        {
            _characters[i] = character += reader.Next();
            var head = reader.Next();
            _common[i] = (head & 1) == 1;
            for (var left = head >> 1; left > 0; left--) readings.Add((ushort)reader.Next());
            _starts[i + 1] = readings.Count;
        }
        _readings = [.. readings];
    }

    /// <summary>The table shipped with the host.</summary>
    public static PinyinTable Shipped { get; } = Load();

    /// <summary>Every syllable that occurs.</summary>
    public IReadOnlyList<string> Syllables => _syllables;

    /// <summary>Every character of 通用规范汉字表 in the table.</summary>
    public IEnumerable<Rune> Common => _characters.Where((_, i) => _common[i]).Select(c => new Rune(c));

    /// <summary>The modern readings, the likeliest first; none for a character nobody has given one.</summary>
    public IReadOnlyList<string> Of(Rune character)
    {
        var at = Array.BinarySearch(_characters, character.Value);
        if (at < 0) return [];
        var readings = new string[_starts[at + 1] - _starts[at]];
        for (var i = 0; i < readings.Length; i++) readings[i] = _syllables[_readings[_starts[at] + i]];
        return readings;
    }

    /// <summary>The bytes the table is read from; a test pins their hash.</summary>
    public static byte[] ShippedBytes()
    {
        using var stream = typeof(PinyinTable).Assembly.GetManifestResourceStream("pinyin.bin")
            ?? throw new InvalidOperationException("The host was built without its pinyin table.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static PinyinTable Load() => new(ShippedBytes());

    private ref struct VarintReader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _left = bytes;

        public bool Skip(ReadOnlySpan<byte> head)
        {
            if (!_left.StartsWith(head)) return false;
            _left = _left[head.Length..];
            return true;
        }

        public ReadOnlySpan<byte> Take(int length)
        {
            var taken = _left[..length];
            _left = _left[length..];
            return taken;
        }

        public int Next()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                var b = _left[0];
                _left = _left[1..];
                value |= (b & 0x7F) << shift;
                if (b < 0x80) return value;
                shift += 7;
            }
        }
    }
}
