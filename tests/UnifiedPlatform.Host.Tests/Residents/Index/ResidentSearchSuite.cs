using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Residents.Demo;
using UnifiedPlatform.Host.Residents.Divisions;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Host.Residents.Searching;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>A town of 5,000 is searched in every way people type; the answer is held against a plain look at every row. Every engine passes the same.</summary>
public abstract class ResidentSearchSuite
{
    private readonly Town _town;

    protected ResidentSearchSuite(Town town)
    {
        Assert.SkipWhen(town.Engine.Missing is not null, town.Engine.Missing ?? "");
        _town = town;
    }

    private static readonly Persona Everyone = Persona.Of(9, "DS", "340822100", (ResidentPermissions.View, new ScopeArm(ScopeKind.All, [])));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public abstract class Town(TestEngine engine) : IAsyncLifetime
    {
        public const int Size = 5_000;

        public TestEngine Engine { get; } = engine;

        public IReadOnlyList<DemoResident> People { get; } = [.. DemoTown.People(Size, RegisterHouse.Today)];

        internal RegisterHouse House { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            if (Engine.Missing is not null) return;
            House = await RegisterHouse.CreateAsync(CancellationToken.None, index: Engine.Create);
            var outcome = await House.ImportAsync(DemoTownCsv.Make(Size, RegisterHouse.Today), CancellationToken.None);
            Assert.Null(outcome.Refusal);
            Assert.Equal(Size, outcome.Report!.Added);
            await Engine.RefreshAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (House is not null) await House.DisposeAsync();
            await Engine.DisposeAsync();
            GC.SuppressFinalize(this);
        }
    }

    public static TheoryData<string> Classes => ["name", "substring", "character", "id", "id6", "id4", "phone", "phone4", "birth", "year", "address", "name + community", "name + id4"];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Nobody_is_missed_and_nobody_is_made_up(string kind)
    {
        var chance = new Random(kind.Length);
        for (var round = 0; round < 12; round++)
        {
            var one = _town.People[chance.Next(_town.People.Count)];
            var (query, meant) = Query(kind, one, chance);
            var expected = _town.People.Where(meant).Select(p => p.Name + p.Birth).Order().ToList();
            if (expected.Count > 200) continue;

            var found = await FindAsync(query);

            Assert.Equal(expected, found.Select(p => p.Name + p.Birth).Order());
        }
    }

    [Theory]
    [InlineData("wangxiulan", "王秀兰")]
    [InlineData("wang xiu lan", "王秀兰")]
    [InlineData("wangxl", "王秀兰")]
    [InlineData("wang x", "王秀兰")]
    [InlineData("wxl", "王秀兰")]
    [InlineData("xiulan", "王秀兰")]
    [InlineData("WangXiuLa", "王秀兰")]
    [InlineData("wáng xiù lán", "王秀兰")]
    [InlineData("wangxi", "王秀兰")]
    [InlineData("王秀兰 凌桥 1958", "王秀兰")]
    [InlineData("wxl 5678", "王秀兰")]
    [InlineData("秀兰 城东路18号", "王秀兰")]
    [InlineData("城东路18号3栋2单元402室", "王秀兰")]
    [InlineData("1958年3月12日", "王秀兰")]
    [InlineData("1958-3-12 凌桥社区", "王秀兰")]
    [InlineData("凌桥 最低生活保障 王", "王秀兰")]
    public async Task People_are_found_as_people_type(string query, string name) => Assert.Contains(name, (await FindAsync(query)).Select(p => p.Name));

    [Fact]
    public async Task Letters_that_are_whole_syllables_do_not_find_a_shorter_one_with_an_initial()
    {
        var found = await _town.House.SearchAsync("zhang", Cancelled, Everyone);

        Assert.All(found.Items, card => Assert.Contains("zhang", card.Pinyin!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_exact_name_comes_first_and_the_own_region_before_others()
    {
        var found = await _town.House.SearchAsync("王秀", Cancelled, Everyone, limit: 50);
        var ranks = found.Items.Select(c => c.Name == "王秀" ? 0 : c.Name.StartsWith("王秀", StringComparison.Ordinal) ? 1 : 2).ToList();

        Assert.Equal(ranks.Order(), ranks);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("12345")]
    [InlineData("1234567890123")]
    [InlineData("z")]
    [InlineData("*")]
    [InlineData("%")]
    [InlineData("\" OR \"n王")]
    [InlineData("NEAR(王 李)")]
    [InlineData("😀😀")]
    [InlineData("   ")]
    [InlineData("'; DROP TABLE doc; --")]
    [InlineData("{\"query\":{\"match_all\":{}}}")]
    public async Task Odd_input_gets_an_answer_or_a_hint(string query)
    {
        var found = await _town.House.SearchAsync(query, Cancelled, Everyone);

        Assert.True(found.Items.Count == 0 || found.Hint is null || found.Items.Count > 0);
        if (found.Items.Count == 0 && query.Trim().Length > 0) Assert.NotNull(found.Hint);
    }

    [Fact]
    public async Task A_query_of_ten_thousand_characters_is_read_to_its_limit()
    {
        Assert.Empty((await _town.House.SearchAsync(new string('王', 10_000), Cancelled, Everyone)).Items);
        Assert.Empty((await _town.House.SearchAsync(string.Concat(Enumerable.Repeat("zhang", 2_000)), Cancelled, Everyone)).Items);
        Assert.NotEmpty((await _town.House.SearchAsync("王" + '\uD840', Cancelled, Everyone)).Items);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var (seen, cursor) = (new List<Guid>(), (string?)null);
        do
        {
            var page = (await _town.House.TrySearchAsync(new SearchResidentsRequest { Q = "凌桥", Limit = 7, Cursor = cursor }, Cancelled, Everyone)).Response!;
            seen.AddRange(page.Items.Select(i => i.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_cursor_of_somebody_elses_making_is_refused() =>
        Assert.Equal("residents.cursor-invalid", (await _town.House.TrySearchAsync(new SearchResidentsRequest { Q = "王", Cursor = "bm9uc2Vuc2U" }, Cancelled)).Refusal!.Code);

    [Fact]
    public async Task A_community_worker_finds_the_own_community_and_an_auditor_nobody()
    {
        var own = await _town.House.SearchAsync("王", Cancelled, Persona.CommunityWorker);

        Assert.NotEmpty(own.Items);
        Assert.All(own.Items, card => Assert.Equal("340822100002", card.Region));
        Assert.Empty((await _town.House.SearchAsync("王", Cancelled, Persona.Nobody)).Items);
        Assert.All((await _town.House.SearchAsync("王", Cancelled, Persona.SocialWorker)).Items, card => Assert.Equal("340822100002", card.Region));
    }

    [Fact]
    public async Task A_task_opens_exactly_one_resident_for_as_long_as_it_lasts()
    {
        var id = new ResidentId((await FindCardAsync("王秀兰 19580312")).Id);
        var (subject, until) = ($"account:{Persona.SocialWorker.Actor.Account}", DateTimeOffset.UtcNow.AddDays(400));
        await using (var scope = _town.House.As(Persona.Clerk))
            await scope.ServiceProvider.GetRequiredService<IGrants>().GiveAsync(subject, id, "view,reveal", "340822000120260914000175", "assess", until, Cancelled);

        Assert.Equal(id.Value, Assert.Single((await _town.House.SearchAsync("王秀", Cancelled, Persona.SocialWorker)).Items).Id);
        Assert.True((await SummaryAsync(id)).Visible);

        await using (var scope = _town.House.As(Persona.Clerk))
            await scope.ServiceProvider.GetRequiredService<IGrants>().EndAsync("340822000120260914000175", "assess", Cancelled);
        Assert.Empty((await _town.House.SearchAsync("王秀", Cancelled, Persona.SocialWorker)).Items);
        Assert.False((await SummaryAsync(id)).Visible);

        async Task<ResidentSummary> SummaryAsync(ResidentId resident)
        {
            await using var scope = _town.House.As(Persona.SocialWorker);
            return (await scope.ServiceProvider.GetRequiredService<IResidents>().SummariesAsync([resident], Cancelled))[resident];
        }
    }

    [Fact]
    public async Task Cards_are_masked_and_every_search_is_in_the_audit_without_its_words()
    {
        var card = await FindCardAsync("王秀兰 19580312");

        Assert.StartsWith("990822********", card.NationalId!, StringComparison.Ordinal);
        Assert.Equal("138****5678", card.Phone);
        var entry = _town.House.Audit.Entries.Last(e => e.Act == "search");
        Assert.DoesNotContain("王", string.Join(' ', entry.Fields) + entry.Reason + entry.ResourceId + entry.Purpose);
    }

    [Fact]
    public async Task More_than_a_thousand_are_counted_to_a_thousand()
    {
        var found = await _town.House.SearchAsync("", Cancelled, Everyone, new SearchResidentsFilters { Sex = "1" }, limit: 5);

        Assert.Equal(1000, found.Count);
        Assert.Equal("1000+", found.CountText);
    }

    private async Task<ResidentCard> FindCardAsync(string query) => (await _town.House.SearchAsync(query, Cancelled)).Items.Single(c => c.Name == "王秀兰");

    private async Task<List<(string Name, DateOnly Birth)>> FindAsync(string query)
    {
        var found = await _town.House.SearchAsync(query, Cancelled, Everyone);
        await using var scope = _town.House.As(Everyone);
        var ids = found.Items.Select(i => i.Id).ToList();
        var people = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(Cancelled);
        var secrets = scope.ServiceProvider.GetRequiredService<PersonSecrets>();
        return [.. people.Select(p => (p.Name, secrets.Birth(p)!.Value))];
    }

    // What each way of asking means, said without the generator or the parser.
    private static (string Query, Func<DemoResident, bool> Meant) Query(string kind, DemoResident one, Random chance)
    {
        var plain = one.Name.Replace("·", "", StringComparison.Ordinal);
        var community = Regions.Shipped.Find(one.Region)!.ShortName;
        return kind switch
        {
            "name" => (one.Name, p => Plain(p).Contains(plain, StringComparison.Ordinal)),
            "substring" => (Part(plain, 2), Contains(Part(plain, 2))),
            "character" => (Part(plain, 1), Contains(Part(plain, 1))),
            "id" => (one.NationalId, p => p.NationalId == one.NationalId),
            "id6" => (one.NationalId[^6..], p => p.NationalId.EndsWith(one.NationalId[^6..], StringComparison.Ordinal)),
            "id4" => (one.NationalId[^4..], LastFour(one.NationalId[^4..])),
            "phone" => (one.Phone ?? "19900990001", p => p.Phone == (one.Phone ?? "19900990001")),
            "phone4" => ((one.Phone ?? "0001")[^4..], LastFour((one.Phone ?? "0001")[^4..])),
            "birth" => (one.Birth.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture), p => p.Birth == one.Birth),
            "year" => ($"{plain} {one.Birth.Year}", p => Plain(p).Contains(plain, StringComparison.Ordinal) && (p.Birth.Year == one.Birth.Year || LastFour($"{one.Birth.Year}")(p))),
            "address" => ($"{one.Road}{one.Number}号", p => Address(p).Contains($"{one.Road}{one.Number}号", StringComparison.Ordinal)),
            "name + community" => ($"{plain} {community}", p => Plain(p).Contains(plain, StringComparison.Ordinal) && (Address(p).Contains(community, StringComparison.Ordinal) || Plain(p).Contains(community, StringComparison.Ordinal))),
            _ => ($"{plain} {one.NationalId[^4..]}", p => Plain(p).Contains(plain, StringComparison.Ordinal) && LastFour(one.NationalId[^4..])(p)),
        };

        Func<DemoResident, bool> Contains(string part) => p => Plain(p).Contains(part, StringComparison.Ordinal) || (new System.Globalization.StringInfo(part).LengthInTextElements > 1 && Address(p).Contains(part, StringComparison.Ordinal));

        static string Part(string name, int length)
        {
            var info = new System.Globalization.StringInfo(name);
            return info.SubstringByTextElements(Math.Max(0, info.LengthInTextElements - length));
        }

        static Func<DemoResident, bool> LastFour(string digits) => p => p.NationalId.EndsWith(digits, StringComparison.Ordinal) || p.Phone?.EndsWith(digits, StringComparison.Ordinal) == true
            || (int.TryParse(digits, out var year) && year >= 1900 && year <= RegisterHouse.Today.Year && p.Birth.Year == year);
    }

    private static string Plain(DemoResident p) => p.Name.Replace("·", "", StringComparison.Ordinal);

    private static string Address(DemoResident p)
    {
        var community = Regions.Shipped.Find(p.Region)!;
        var word = community.Name.EndsWith("村委会", StringComparison.Ordinal) ? "村" : "社区";
        return "高河镇" + community.ShortName + word + p.Road + p.Number + "号" + p.Estate + (p.Building is { Length: > 0 } b ? b + "幢" : "") + (p.Unit is { Length: > 0 } u ? u + "单元" : "") + (p.Room is { Length: > 0 } r ? r + "室" : "");
    }
}

/// <summary>The suite on the embedded engine.</summary>
public sealed class ResidentSearchTests(ResidentSearchTests.EmbeddedTown town) : ResidentSearchSuite(town), IClassFixture<ResidentSearchTests.EmbeddedTown>
{
    public sealed class EmbeddedTown() : Town(TestEngine.Embedded());
}

/// <summary>The suite on Elasticsearch.</summary>
public sealed class ElasticsearchSearchTests(ElasticsearchSearchTests.ElasticTown town) : ResidentSearchSuite(town), IClassFixture<ElasticsearchSearchTests.ElasticTown>
{
    public sealed class ElasticTown() : Town(TestEngine.Elasticsearch());
}

/// <summary>The suite on OpenSearch.</summary>
public sealed class OpenSearchSearchTests(OpenSearchSearchTests.OpenTown town) : ResidentSearchSuite(town), IClassFixture<OpenSearchSearchTests.OpenTown>
{
    public sealed class OpenTown() : Town(TestEngine.OpenSearch());
}
