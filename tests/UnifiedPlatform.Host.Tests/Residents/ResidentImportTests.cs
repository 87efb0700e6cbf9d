using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Host.Residents.Import;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Residents;

public sealed class ResidentImportTests
{
    private const string Header = "姓名,证件号码,性别,出生日期,手机,社区,路街,门牌号,居住户号,与户主关系,标签";
    private const string Right = "王秀兰,990822195803120027,女,1958-03-12,13800005678,凌桥社区,城东路,18,000001,户主,独居老人、低保";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public static TheoryData<string, string, int, int> Faults => new()
    {
        { "wrong header", "姓名,身份证,社区\n王秀兰,990822195803120027,凌桥", 1, 2 },
        { "missing column", "姓名,社区\n王秀兰,凌桥", 1, 0 },
        { "open quote", Header + "\n\"王秀兰,990822195803120027,女,1958-03-12,13800005678,凌桥社区,城东路,18,1,户主,", 2, 1 },
        { "too few cells", Header + "\n王秀兰,990822195803120027", 2, 0 },
        { "17 digits", Row("99082219580312002", 2), 2, 2 },
        { "check digit", Row("990822195803120022", 2), 2, 2 },
        { "impossible date in the number", Row("990822195802300021", 2), 2, 2 },
        { "impossible date", Row("1958-02-30", 4), 2, 4 },
        { "another birth date", Row("1958-03-13", 4), 2, 4 },
        { "date to come", Row("2058-03-12", 4), 2, 4 },
        { "unknown community", Row("没有社区", 6), 2, 6 },
        { "community of another town", Row("340822101001", 6), 2, 6 },
        { "phone", Row("1380000567", 5), 2, 5 },
        { "formula", Row("=HYPERLINK(1)", 7), 2, 7 },
        { "unknown relation", Row("户长", 10), 2, 10 },
        { "unknown tag", Row("好人", 11), 2, 11 },
        { "unknown sex", Row("雄", 3), 2, 3 },
        { "no name", Row("", 1), 2, 1 },
        { "duplicate rows", Header + "\n" + Right + "\n" + Right.Replace("户主", "配偶", StringComparison.Ordinal), 3, 2 },
        { "second head", Header + "\n" + Right + "\n" + Right.Replace("990822195803120027", "990822198001010014", StringComparison.Ordinal).Replace("1958-03-12", "1980-01-01", StringComparison.Ordinal), 3, 10 },
        { "no rows", Header, 2, 0 },
        { "empty", "", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_named_by_line_and_column_with_the_cure_and_nothing_is_written(string what, string csv, int line, int column)
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);

        var outcome = await house.ImportAsync(csv, Cancelled);

        var faults = Assert.IsAssignableFrom<IReadOnlyList<ImportFault>>(outcome.Refusal?.Extensions?["errors"]);
        Assert.True(faults.Any(f => f.Line == line && f.Column == column), what + ": " + string.Join(" | ", faults));
        Assert.All(faults, f => Assert.DoesNotContain("[", f.Message, StringComparison.Ordinal));
        Assert.Equal(0, await PeopleAsync(house));
    }

    [Fact]
    public async Task Gb18030_bytes_are_a_fault_at_their_place_until_the_sender_says_so()
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("gb18030").GetBytes(Header + "\n" + Right);

        var guessed = await house.ImportAsync(new ImportUpload(new CsvFile(bytes), false), Cancelled);
        var said = await house.ImportAsync(new ImportUpload(new CsvFile(bytes, Gb18030: true), false), Cancelled);

        Assert.Equal((1, 1), Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<ImportFault>>(guessed.Refusal?.Extensions?["errors"])) is var f ? (f.Line, f.Column) : default);
        Assert.Equal(1, said.Report?.Added);
    }

    [Fact]
    public void Private_use_characters_of_Gb18030_are_put_where_Unicode_has_them()
    {
        // A6D9, FE59, FE51 as .NET reads them.
        Assert.Equal("\uFE10\u9FB4" + char.ConvertFromUtf32(0x20087), Gb18030.Read([0xA6, 0xD9, 0xFE, 0x59, 0xFE, 0x51]));
        Assert.Null(Gb18030.Read([0xFF, 0xFF]));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Importing_again_updates_by_number_and_keeps_what_the_row_leaves_empty(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var house = await RegisterHouse.CreateAsync(Cancelled, kind);

        var first = await house.ImportAsync(Header + "\n" + Right, Cancelled);
        var same = await house.ImportAsync(Header + "\n" + Right, Cancelled);
        var moved = await house.ImportAsync("name,id_number,region,phone\n王秀兰,990822195803120027,前进,", Cancelled);

        Assert.Equal((1, 0, 0), (first.Report!.Added, first.Report.Updated, first.Report.Unchanged));
        Assert.Equal((0, 0, 1), (same.Report!.Added, same.Report.Updated, same.Report.Unchanged));
        Assert.Equal((0, 1), (moved.Report!.Added, moved.Report.Updated));
        await using var scope = house.As(Persona.Clerk);
        var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
        var person = await database.People.AsNoTracking().SingleAsync(Cancelled);
        Assert.Equal("340822100005", person.Scope.Region);
        Assert.Equal("13800005678", scope.ServiceProvider.GetRequiredService<PersonSecrets>().Phone(person));
        Assert.Equal("60-69", person.AgeBand);
        Assert.Equal([LifeEventKind.MoveIn, LifeEventKind.Registered], (await database.LifeEvents.Select(e => e.Kind).ToListAsync(Cancelled)).Order(Comparer<LifeEventKind>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()))));
        Assert.Equal(["living-alone", "minimum-living"], await database.Tags.OrderBy(t => t.Kind).Select(t => t.Kind).ToListAsync(Cancelled));
        Assert.Equal("02", (await database.HouseholdMembers.SingleAsync(Cancelled)).Relation);
        Assert.Equal("前进社区", (await house.SearchAsync("王秀兰", Cancelled)).Items.Single().Address);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_dry_run_counts_shows_and_writes_nothing(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        await using var house = await RegisterHouse.CreateAsync(Cancelled, kind);

        var report = (await house.ImportAsync(DemoTownCsv.Make(60, RegisterHouse.Today), Cancelled, dryRun: true)).Report!;

        Assert.Equal((60, 60, 0), (report.Rows, report.Added, report.Updated));
        Assert.Equal(20, report.Preview.Count);
        Assert.All(report.Preview, row => Assert.Contains("****", row.Number, StringComparison.Ordinal));
        Assert.Equal(0, await PeopleAsync(house));
    }

    [Fact]
    public async Task No_number_phone_or_birth_date_lies_in_any_file_in_clear()
    {
        await using var house = await RegisterHouse.CreateAsync(Cancelled);
        var people = DemoTown.People(200, RegisterHouse.Today).ToList();
        await house.ImportAsync(DemoTownCsv.Make(200, RegisterHouse.Today), Cancelled);
        await house.SearchAsync("王秀兰 990822195803120027", Cancelled);

        foreach (var file in Directory.EnumerateFiles(house.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Cancelled);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            foreach (var person in people)
            {
                Assert.DoesNotContain(person.NationalId, text, StringComparison.Ordinal);
                Assert.DoesNotContain(person.NationalId[6..14], text, StringComparison.Ordinal);
                if (person.Phone is { } phone) Assert.DoesNotContain(phone, text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task The_demo_town_is_the_same_every_time_and_has_its_people()
    {
        var people = DemoTown.People(3_000, RegisterHouse.Today).ToList();

        Assert.Equal(DemoTownCsv.Make(300, RegisterHouse.Today), DemoTownCsv.Make(300, RegisterHouse.Today));
        Assert.Equal(people.Count, people.Select(p => p.NationalId).Distinct().Count());
        Assert.All(people, p => Assert.StartsWith("99", p.NationalId, StringComparison.Ordinal));
        Assert.Contains(people, p => p.Name.Contains('·', StringComparison.Ordinal));
        Assert.Contains(people, p => p.Name.Any(char.IsSurrogate));
        Assert.Contains(people, p => p.Tags.Contains("living-alone"));
        await Task.CompletedTask;
    }

    private static string Row(string value, int column)
    {
        var cells = Right.Split(',');
        cells[column - 1] = value;
        return Header + "\n" + string.Join(',', cells);
    }

    private static async Task<int> PeopleAsync(RegisterHouse house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.BeyondAccess("looks at the register itself").CountAsync(Cancelled);
    }
}
