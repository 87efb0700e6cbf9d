using System.Text;

namespace UnifiedPlatform.Sdk.Imports;

/// <summary>Splits comma-separated text (RFC 4180) into records with the line on which each begins. Empty lines are left out.</summary>
internal static class CsvRecords
{
    public static List<(int Line, string[] Cells)> Read(string text, Action<int, int, string> fault)
    {
        var records = new List<(int Line, string[] Cells)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, start, quoteLine) = (1, 1, 0);
        var (quoted, closed) = (false, false);

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c == '"' && i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else if (c == '"') (quoted, closed) = (false, true);
                else { cell.Append(c); if (c == '\n') line++; }
            }
            else if (c == '"' && cell.Length == 0 && !closed) (quoted, quoteLine) = (true, line);
            else if (c == ',') EndCell();
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
                EndRecord();
                start = ++line;
            }
            else
            {
                if (closed || c == '"') { fault(line, cells.Count + 1, "import.quote-stray"); return []; }
                cell.Append(c);
            }
        }
        if (quoted) { fault(quoteLine, cells.Count + 1, "import.quote-open"); return []; }
        if (cell.Length > 0 || cells.Count > 0 || closed) EndRecord();
        return records;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            closed = false;
        }

        void EndRecord()
        {
            EndCell();
            if (cells.Count > 1 || cells[0].Length > 0) records.Add((start, [.. cells]));
            cells.Clear();
        }
    }
}
