using System.Globalization;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>One row of an import file. Reading a value that is not what it should be reports the fault and gives null.</summary>
public sealed class CsvRow
{
    private readonly CsvTable _table;
    private readonly string[] _cells;

    internal CsvRow(CsvTable table, int line, string[] cells) => (_table, Line, _cells) = (table, line, cells);

    /// <summary>Line of the file where the row begins, from 1.</summary>
    public int Line { get; }

    /// <summary>The value without white space around it; empty when the column is absent.</summary>
    public string this[string column] => _table.Place(column) is var place and >= 0 && place < _cells.Length ? _cells[place].Trim() : "";

    /// <summary>The value; null when empty.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } value ? value : null;

    /// <summary>A day as 2026-09-28, 20260928, 2026/9/28 or 2026年9月28日; null: empty, or reported.</summary>
    public DateOnly? Day(string column)
    {
        if (Optional(column) is not { } typed) return null;
        if (DateOnly.TryParseExact(typed, ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fault(column, "import.date");
        return null;
    }

    /// <summary>A whole number in a range; null: empty, or reported.</summary>
    public int? Number(string column, int least, int most)
    {
        if (Optional(column) is not { } typed) return null;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Fault(column, "import.number", least, most);
        return null;
    }

    /// <summary>One of several words; null: empty, or reported.</summary>
    public T? Choice<T>(string column, IReadOnlyDictionary<string, T> words) where T : struct
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Optional(column) is not { } typed) return null;
        if (words.TryGetValue(typed, out var value)) return value;
        Fault(column, "import.choice", string.Join(_table.Texts["import.separator"], words.Keys));
        return null;
    }

    /// <summary>Reports a fault by a text key of the host's texts.</summary>
    public void Fault(string column, string key, params object[] arguments) => FaultWords(column, _table.Texts.Format(key, arguments));

    /// <summary>Reports a fault in words of the module's own texts.</summary>
    public void FaultWords(string column, string message) => _table.Add(new ImportFault(Line, _table.Place(column) + 1, _table.Title(column), message));
}
