using System.Text;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Tests.Imports;

public sealed class CsvTableTests
{
    private static readonly IReadOnlyList<CsvColumn> Columns = [new("code", "代码", MaxLength: 5), new("day", "日期", Required: false), new("words", "说明", Required: false)];

    [Fact]
    public void A_whole_file_is_read_by_title_or_name()
    {
        var table = Read("代码,day,说明\r\nA1,2026-09-28,\"a, \"\"b\"\"\r\nc\"\r\n\r\nA2,,\r\n");

        Assert.Empty(table.Faults);
        Assert.Equal(["A1", "A2"], table.Rows.Select(row => row["code"]));
        Assert.Equal([2, 5], table.Rows.Select(row => row.Line));
        Assert.Equal(new DateOnly(2026, 9, 28), table.Rows[0].Day("day"));
        Assert.Equal("a, \"b\"\r\nc", table.Rows[0]["words"]);
    }

    [Theory]
    [InlineData("", 1, 0, "import.empty")]
    [InlineData("代码\r\n", 2, 0, "import.no-rows")]
    [InlineData("代码,名\r\nA,b\r\n", 1, 2, "import.header-unknown")]
    [InlineData("day\r\n2026-09-28\r\n", 1, 0, "import.header-missing")]
    [InlineData("代码,code\r\nA,B\r\n", 1, 2, "import.header-twice")]
    [InlineData("代码,说明\r\nA1,x\r\nA2,\"open\r\nA3,y\r\n", 3, 2, "import.quote-open")]
    [InlineData("代码,说明\r\nA1,\"x\"y\r\n", 2, 2, "import.quote-stray")]
    [InlineData("代码,说明\r\nA1\r\n", 2, 0, "import.cells")]
    [InlineData("代码,说明\r\n,x\r\n", 2, 1, "import.required")]
    [InlineData("代码,说明\r\nTOOLONG,x\r\n", 2, 1, "import.too-long")]
    [InlineData("代码,说明\r\nA1,=1+1\r\n", 2, 2, "import.formula")]
    public void A_fault_is_named_by_line_and_column(string file, int line, int column, string key)
    {
        var fault = Assert.Single(Read(file).Faults);

        Assert.Equal((line, column, key), (fault.Line, fault.Column, fault.Message));
    }

    [Fact]
    public void Bytes_of_another_encoding_are_refused_where_they_stand()
    {
        byte[] gb18030 = [.. Encoding.UTF8.GetBytes("代码,说明\r\nA1,x\r\nA2,"), 0xCD, 0xF5, (byte)'\r', (byte)'\n'];

        var fault = Assert.Single(CsvTable.Read(new CsvFile(gb18030), Columns, new KeyTexts()).Faults);

        Assert.Equal((3, 2, "import.not-utf8"), (fault.Line, fault.Column, fault.Message));
    }

    [Fact]
    public void A_file_in_GB18030_is_named_as_such_and_read_when_its_sender_says_so()
    {
        var bytes = Chinese("代码,说明\r\nA1,王秀兰\r\n");

        var fault = Assert.Single(CsvTable.Read(new CsvFile(bytes), Columns, new KeyTexts()).Faults);
        var said = CsvTable.Read(CsvFile.Of(bytes, "gb18030"), Columns, new KeyTexts());

        Assert.Equal((1, 1, "import.is-gb18030"), (fault.Line, fault.Column, fault.Message));
        Assert.Empty(said.Faults);
        Assert.Equal("王秀兰", Assert.Single(said.Rows)["words"]);
    }

    [Fact]
    public void A_declared_encoding_that_is_not_true_is_a_fault_where_it_shows_and_a_mark_outweighs_it()
    {
        byte[] broken = [.. Chinese("代码,说明\r\nA1,"), 0xFF, 0xFF];
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("代码,说明\r\nA1,王秀兰\r\n")];

        var fault = Assert.Single(CsvTable.Read(new CsvFile(broken, Gb18030: true), Columns, new KeyTexts()).Faults);

        Assert.Equal((2, 2, "import.not-gb18030"), (fault.Line, fault.Column, fault.Message));
        Assert.Equal("王秀兰", Assert.Single(CsvTable.Read(new CsvFile(marked, Gb18030: true), Columns, new KeyTexts()).Rows)["words"]);
    }

    [Fact]
    public void A_preview_shows_the_first_rows_with_identity_numbers_masked()
    {
        IReadOnlyList<CsvColumn> columns = [new("number", "证件号", Masked: true), new("note", "说明", Required: false)];
        var table = CsvTable.Read(new CsvFile(Encoding.UTF8.GetBytes("说明,证件号\r\nx,990822198001010018\r\ny,990822198001010026\r\n")), columns, new KeyTexts());

        var preview = table.Preview(1);

        Assert.Equal(["说明", "证件号"], preview.Columns);
        Assert.Equal(["x", "990822********0018"], Assert.Single(preview.Rows).Cells);
    }

    [Fact]
    public void An_impossible_date_and_a_repeated_value_are_reported()
    {
        var table = Read("代码,day\r\nA1,2026-02-30\r\na1,2026-02-28\r\n");
        foreach (var row in table.Rows) row.Day("day");
        table.FaultDuplicates("code");

        Assert.Equal([(2, 2, "import.date"), (3, 1, "import.duplicate")], table.Faults.Select(fault => (fault.Line, fault.Column, fault.Message)));
    }

    [Fact]
    public void A_template_reads_as_a_file_without_rows() => Assert.Equal("import.no-rows", Assert.Single(CsvTable.Read(new CsvFile(CsvTable.Template(Columns)), Columns, new KeyTexts()).Faults).Message);

    private static byte[] Chinese(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("gb18030").GetBytes(text);
    }

    private static CsvTable Read(string file) => CsvTable.Read(new CsvFile(Encoding.UTF8.GetBytes(file)), Columns, new KeyTexts());

    private sealed class KeyTexts : ITexts
    {
        public string this[string key] => key;

        public string Format(string key, params object?[] arguments) => key;
    }
}
