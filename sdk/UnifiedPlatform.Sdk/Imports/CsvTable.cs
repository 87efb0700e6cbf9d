using System.Text;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>An import file read strictly: UTF-8 or the declared GB18030, the expected header, whole quotes, as many cells as columns, no formulas. Each fault is named by line and column; nothing is guessed.</summary>
public sealed class CsvTable
{
    /// <summary>Most rows of one file.</summary>
    public const int MostRows = 20_000;

    private const int MostFaults = 200;
    private readonly List<CsvRow> _rows = [];
    private readonly List<ImportFault> _faults = [];
    private readonly IReadOnlyList<CsvColumn> _columns;
    private CsvColumn?[] _header = [];

    private CsvTable(IReadOnlyList<CsvColumn> columns, ITexts texts) => (_columns, Texts) = (columns, texts);

    /// <summary>The rows; those with a wrong number of cells are left out.</summary>
    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>What is wrong, in the order of the file; at most 200.</summary>
    public IReadOnlyList<ImportFault> Faults => [.. _faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column)];

    internal ITexts Texts { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The columns it may have.</param>
    /// <param name="texts">The host's texts (<c>IShell.Texts</c>).</param>
    public static CsvTable Read(CsvFile file, IReadOnlyList<CsvColumn> columns, ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(columns);
        var table = new CsvTable(columns, texts);
        if (table.Decode(file) is { } text) table.Take(text);
        return table;
    }

    /// <summary>A file with the header alone, for a department to fill in. Starts with the mark by which spreadsheets recognise UTF-8.</summary>
    public static byte[] Template(IReadOnlyList<CsvColumn> columns) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join(',', columns.Select(column => column.Title)) + "\r\n")];

    /// <summary>The first rows as they were understood, with what is personal masked.</summary>
    /// <param name="rows">Most rows.</param>
    public CsvPreview Preview(int rows)
    {
        var columns = _header.OfType<CsvColumn>().ToList();
        return new CsvPreview([.. columns.Select(column => column.Title)], [.. _rows.Take(rows).Select(row => new CsvPreviewRow(row.Line, [.. columns.Select(column => column.Masked ? Masks.NationalId(row[column.Name]) : row[column.Name])]))]);
    }

    /// <summary>The refusal of a file with faults; null: there are none.</summary>
    /// <param name="module">Head of the failure code.</param>
    public Refusal? Refused(string module) => _faults.Count == 0 ? null : new Refusal($"{module}.import-invalid", 422,
        Texts.Format("import.faults", _faults.Count), new Dictionary<string, object?> { ["errors"] = Faults });

    /// <summary>Reports each value that stands in more than one row.</summary>
    public void FaultDuplicates(string column)
    {
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in _rows)
            if (row.Optional(column) is { } value && !first.TryAdd(value, row.Line)) row.Fault(column, "import.duplicate", first[value]);
    }

    internal int Place(string column) => Array.FindIndex(_header, known => known?.Name == column);

    internal string Title(string column) => _columns.FirstOrDefault(known => known.Name == column)?.Title ?? "";

    internal void Add(ImportFault fault)
    {
        if (_faults.Count < MostFaults) _faults.Add(fault);
    }

    private void Take(string text)
    {
        var records = CsvRecords.Read(text, (line, column, key) => Add(new ImportFault(line, column, "", Texts[key])));
        if (_faults.Count > 0) return;
        if (records.Count == 0)
        {
            Add(new ImportFault(1, 0, "", Texts["import.empty"]));
            return;
        }
        TakeHeader(records[0].Cells);
        if (_faults.Count > 0) return;
        if (records.Count == 1) Add(new ImportFault(2, 0, "", Texts["import.no-rows"]));
        if (records.Count - 1 > MostRows) Add(new ImportFault(MostRows + 2, 0, "", Texts.Format("import.too-many", MostRows)));
        else foreach (var (line, cells) in records.Skip(1)) TakeRow(line, cells);
    }

    private void TakeHeader(string[] cells)
    {
        _header = [.. cells.Select(cell => _columns.FirstOrDefault(column => column.Name == cell.Trim() || column.Title == cell.Trim()))];
        for (var i = 0; i < cells.Length; i++)
        {
            if (_header[i] is null) Add(new ImportFault(1, i + 1, "", Texts.Format("import.header-unknown", string.Join(Texts["import.separator"], _columns.Select(column => column.Title)))));
            else if (Array.IndexOf(_header, _header[i]) < i) Add(new ImportFault(1, i + 1, _header[i]!.Title, Texts["import.header-twice"])); // just found not null
        }
        foreach (var missing in _columns.Where(column => column.Required && !_header.Contains(column)))
            Add(new ImportFault(1, 0, missing.Title, Texts.Format("import.header-missing", missing.Title)));
    }

    private void TakeRow(int line, string[] cells)
    {
        if (cells.Length != _header.Length)
        {
            Add(new ImportFault(line, 0, "", Texts.Format("import.cells", _header.Length, cells.Length)));
            return;
        }
        var row = new CsvRow(this, line, cells);
        _rows.Add(row);
        foreach (var column in _header.OfType<CsvColumn>())
        {
            var value = row[column.Name];
            if (value.Length == 0 && column.Required) row.Fault(column.Name, "import.required", column.Title);
            else if (value.Length > column.MaxLength) row.Fault(column.Name, "import.too-long", column.MaxLength);
            else if (value is ['=' or '+' or '-' or '@' or '\t', ..]) row.Fault(column.Name, "import.formula");
        }
    }

    private string? Decode(CsvFile file)
    {
        var marked = file.Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        var body = file.Bytes.AsSpan(marked ? Encoding.UTF8.Preamble.Length : 0);
        // The mark says what the file is, whatever its sender says.
        var gb18030 = file.Gb18030 && !marked;
        try
        {
            return gb18030 ? Gb18030.Decode(body) : new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException invalid)
        {
            var before = body[..Math.Clamp(invalid.Index, 0, body.Length)];
            var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
            // Han that was read as UTF-8 before the fault says that the file is a mixture and not GB18030 throughout.
            var mixed = before.ContainsAnyInRange((byte)0xE0, (byte)0xFF);
            var key = gb18030 ? "import.not-gb18030" : mixed || Gb18030.Read(body) is null ? "import.not-utf8" : "import.is-gb18030";
            Add(new ImportFault(before.Count((byte)'\n') + 1, line.Count((byte)',') + 1, "", Texts[key]));
            return null;
        }
    }
}
