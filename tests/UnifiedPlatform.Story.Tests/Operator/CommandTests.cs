using System.Net;
using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>The verbs of the host, as an operator types them.</summary>
public sealed partial class CommandTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_up_prints_three_links_that_open_once_the_host_runs()
    {
        Assert.Contains("different people", await _site.RefusalAsync("setup", "--system=zhao", "--security=zhao", "--audit=sun"), StringComparison.Ordinal);
        Assert.Contains("setup --system NAME", await _site.RefusalAsync("setup", "--system=zhao"), StringComparison.Ordinal);

        var (code, said) = await _site.RunAsync("setup", "--system=zhao", "--security=qian", "--audit=sun");

        Assert.Equal(0, code);
        var links = said.Select(line => Link().Match(line)).Where(match => match.Success).Select(match => match.Value).ToList();
        Assert.Equal(3, links.Distinct().Count());
        Assert.Contains("named already", await _site.RefusalAsync("setup", "--system=zhao", "--security=qian", "--audit=sun"), StringComparison.Ordinal);

        await using var host = await HostProcess.StartAsync([$"--data={_site.Data}", $"--keys={_site.Keys}"], Build.Configuration, Cancelled);
        using var visitor = new HttpClient { BaseAddress = host.Address };
        foreach (var link in links) Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, link));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, links[0] + "x"));
        Assert.DoesNotContain(host.Lines, line => links.Any(link => line.Contains(link, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Keys_are_rotated_for_one_module_and_its_fields_still_open()
    {
        Guid resident;
        await using (var host = await _site.StartAsync()) resident = await ResidentAsync(host);

        var (code, said) = await _site.RunAsync("keys", "rotate", "residents");
        Assert.Equal(0, code);
        Assert.True(int.Parse(Number().Match(said[^1]).Value, System.Globalization.CultureInfo.InvariantCulture) >= 30, said[^1]);
        Assert.Equal(0, (await _site.RunAsync("keys", "rotate", "residents")).Code);
        Assert.Contains((await _site.RunAsync("keys", "list")).Said, line => line.Contains("field:residents Destroyed", StringComparison.Ordinal));
        Assert.Contains("keys rotate MODULE", await _site.RefusalAsync("keys", "turn"), StringComparison.Ordinal);
        Assert.Contains("nobody", await _site.RefusalAsync("keys", "rotate", "nobody"), StringComparison.Ordinal);

        await using var again = await _site.StartAsync();
        var shown = await _site.As(again, "steward").PostAsync($"/api/residents/{resident}/reveal", new { fields = new[] { "nationalId" }, purpose = "data-quality" }, HttpStatusCode.OK);
        Assert.Matches(@"99\d{15}[\dX]", shown.ToString());
    }

    [Fact]
    public async Task The_audit_is_verified_and_exported_without_a_running_host()
    {
        await using (var host = await _site.StartAsync())
        {
            await ResidentAsync(host);
            await SealedAsync(host);
        }

        Assert.StartsWith("whole: ", Assert.Single(await DoneAsync("audit", "verify")), StringComparison.Ordinal);
        var day = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var file = Assert.Single(await DoneAsync("audit", "export", day, $"--out={_site.Folder}"));
        Assert.StartsWith("whole: ", Assert.Single(await DoneAsync("audit", "verify", file)), StringComparison.Ordinal);

        await DamageAsync(file);
        Assert.StartsWith("BROKEN ", await _site.RefusalAsync("audit", "verify", file), StringComparison.Ordinal);
        Assert.Contains("no file", await _site.RefusalAsync("audit", "verify", file + ".not"), StringComparison.Ordinal);
        Assert.Contains("no entry", await _site.RefusalAsync("audit", "export", "2001-01-01", $"--out={_site.Folder}"), StringComparison.Ordinal);
        Assert.Contains("no day", await _site.RefusalAsync("audit", "export", "yesterday"), StringComparison.Ordinal);
        Assert.Contains("cannot be written", await _site.RefusalAsync("audit", "export", day, $"--out={_site.Folder}/not/there"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "rubbish", Cancelled);
        Assert.Contains(Path.GetFileName(file), await _site.RefusalAsync("audit", "verify", file), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private async Task<IReadOnlyList<string>> DoneAsync(params string[] words)
    {
        var (code, said) = await _site.RunAsync(words);
        Assert.True(code == 0, string.Join('\n', said));
        return said;
    }

    private async Task<Guid> ResidentAsync(HostProcess host)
    {
        var found = await _site.As(host, "clerk").PostAsync("/api/residents/search", new { q = "王秀兰" }, HttpStatusCode.OK);
        return found.GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    private async Task SealedAsync(HostProcess host)
    {
        var officer = _site.As(host, "audit-officer");
        await Site.UntilAsync(async () => (await officer.GetAsync("/api/admin/audit?act=search")).GetProperty("items").GetArrayLength() > 0);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient visitor, string path)
    {
        using var answer = await visitor.GetAsync(new Uri(path, UriKind.Relative), Cancelled);
        return answer.StatusCode;
    }

    private static async Task DamageAsync(string file)
    {
        string text;
        await using (var packed = File.OpenRead(file))
        await using (var plain = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Decompress))
        using (var reader = new StreamReader(plain)) text = await reader.ReadToEndAsync(Cancelled);
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(2);
        await using var target = File.Create(file);
        await using var packing = new System.IO.Compression.GZipStream(target, System.IO.Compression.CompressionLevel.Fastest);
        await using var writer = new StreamWriter(packing);
        await writer.WriteAsync(string.Join('\n', lines));
    }

    [GeneratedRegex(@"/activate/[\w-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
