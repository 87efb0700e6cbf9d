using System.Net;
using System.Text.Json;
using UnifiedPlatform.Kit.Tests.Kit;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests;

/// <summary>Rows 9.1, 9.2, 9.5 and 9.8: somebody who has the packages and the handbook and nothing else.</summary>
[Trait("Duration", "Long")]
public sealed class FirstHourTests(Feed feed)
{
    private const string Package = "Ledger/bin/Release/net10.0/ledger-1.0.0.upm", Next = "Ledger/bin/Release/net10.0/ledger-1.1.0.upm";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    // Builds and hosts of its own: on two busy cores it takes minutes, and a host that never gets ready must not hold the run for ever.
    [Fact(Timeout = 20 * 60_000)]
    public async Task From_an_empty_folder_to_a_module_written_installed_upgraded_and_rolled_back()
    {
        using var work = new EmptyFolder(await feed.FolderAsync());

        await work.RunAsync(Handbook.Says("dotnet new install FEED/UnifiedPlatform.Templates.1.0.0.nupkg"), Cancelled);
        await work.RunAsync(Handbook.Says("dotnet new unified-module -n Ledger --publisher civil-affairs --feed FEED"), Cancelled);
        work.Enter("Ledger");
        Assert.Contains(" 0 Warning(s)", await work.RunAsync(Handbook.Says("dotnet build"), Cancelled), StringComparison.Ordinal);
        Assert.Contains("Failed:     0", await work.RunAsync(Handbook.Says("dotnet test --no-build"), Cancelled), StringComparison.Ordinal);

        await WriteAsync(work);
        await ShipAsync(work, Package);
        await OperateAsync(work);
    }

    /// <summary>The development host shows each save.</summary>
    private static async Task WriteAsync(EmptyFolder work)
    {
        await using var host = work.Start(Handbook.Says("dotnet run --project Ledger"), "--", "--urls=http://127.0.0.1:0", "--metrics-urls=http://127.0.0.1:0");
        var address = await host.LineAsync(line => line.StartsWith("UnifiedPlatform listens on ", StringComparison.Ordinal), 0, Cancelled);
        await host.LineAsync(IsRunning, 0, Cancelled);
        using var clerk = await SignInAsync(new Uri(address.Split(' ')[3]), work["Ledger/.dev/data"], "clerk");
        Assert.Contains("<h1>登记</h1>", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);

        var before = host.Count;
        await work.EditAsync("Ledger/Resources/zh-Hans.json", "\"nav.entries\": \"登记\"", "\"nav.entries\": \"台账\"", Cancelled);
        await host.LineAsync(IsRunning, before, Cancelled);
        Assert.Contains("<h1>台账</h1>", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);

        // What does not compile leaves the version before serving, and the compiler says why.
        before = host.Count;
        await work.EditAsync("Ledger/DepartmentModule.cs", "AddScoped<EntryList>()", "AddScoped<Entrylist>()", Cancelled);
        await host.LineAsync(line => line.Contains("error CS0246", StringComparison.Ordinal), before, Cancelled);
        Assert.Contains("<h1>台账</h1>", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);
        await work.EditAsync("Ledger/DepartmentModule.cs", "AddScoped<Entrylist>()", "AddScoped<EntryList>()", Cancelled);

        bool IsRunning(string line) => line.StartsWith("ledger 1.0.1-dev.", StringComparison.Ordinal) && line.Contains(" runs.", StringComparison.Ordinal);
    }

    private static async Task ShipAsync(EmptyFolder work, string package)
    {
        if (!File.Exists(work["civil-affairs.pem"])) await work.RunAsync(Handbook.Says("dotnet run --project Ledger -- module new-key civil-affairs.pem"), Cancelled);
        await work.RunAsync(Handbook.Says("dotnet build Ledger -c Release"), Cancelled);
        await work.RunAsync(Handbook.Says($"dotnet run --project Ledger -- module sign {package} --key civil-affairs.pem"), Cancelled);
        var verified = await work.RunAsync(Handbook.Says($"dotnet run --project Ledger -- module verify {package} --Modules:TrustedKeys=civil-affairs.pub.pem"), Cancelled);
        Assert.Contains("ledger 1.", verified, StringComparison.Ordinal);
    }

    /// <summary>The shipped host in a process of its own, demo town and four modules included; its officers and its command line.</summary>
    private static async Task OperateAsync(EmptyFolder work)
    {
        var (data, keys) = (work.Beside("data"), work.Beside("keys"));
        await using var host = await HostProcess.StartAsync(["--demo", "--demo-residents=60", $"--data={data}", $"--keys={keys}"], Build.Configuration, Cancelled);
        await host.ReadyAsync(Cancelled);
        await TrustAsync(host, work, data);
        using var clerk = await SignInAsync(host.Address, data, "clerk");

        await ActAsync("module install", $"install {work[Package]} --grant * --reason first-delivery");
        Assert.Contains("<h1>台账</h1>", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);
        using (var added = await clerk.SubmitAsync("/m/ledger/entries", "/m/ledger/entries", new() { ["title"] = "第一件" }, Cancelled)) Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);

        await work.EditAsync("Ledger/Ledger.csproj", "<Version>1.0.0</Version>", "<Version>1.1.0</Version>", Cancelled);
        await work.EditAsync("Ledger/Resources/zh-Hans.json", "\"nav.entries\": \"台账\"", "\"nav.entries\": \"新台账\"", Cancelled);
        await ShipAsync(work, Next);
        await ActAsync("module install", $"install {work[Next]} --reason second-delivery");
        Assert.Contains("<h1>新台账</h1>", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);
        Assert.Contains("第一件", await clerk.PageAsync("/m/ledger/entries", Cancelled), StringComparison.Ordinal);

        await ActAsync("module roll-back", "roll-back ledger --reason complaints");
        var back = await clerk.PageAsync("/m/ledger/entries", Cancelled);
        Assert.Contains("<h1>台账</h1>", back, StringComparison.Ordinal);
        Assert.Contains("第一件", back, StringComparison.Ordinal);

        async Task ActAsync(string verb, string words)
        {
            Handbook.Names(verb);
            var (code, lines) = await HostProcess.RunToEndAsync(["module", .. CommandLine.Words(words), $"--data={data}", $"--keys={keys}", "--demo"], Build.Configuration, null, Cancelled);
            Assert.True(code == 0, string.Join('\n', lines));
        }
    }

    /// <summary>The security officer enters the publisher and compares the fingerprint.</summary>
    private static async Task TrustAsync(HostProcess host, EmptyFolder work, string data)
    {
        using var officer = await SignInAsync(host.Address, data, "security-officer");
        var key = await File.ReadAllTextAsync(work["civil-affairs.pub.pem"], Cancelled);
        using var entered = await officer.SubmitAsync("/admin/publishers", "/admin/publishers", new()
        {
            ["name"] = "civil-affairs", ["level"] = "department", ["prefixes"] = "ledger", ["ceiling"] = "*", ["public-key"] = key,
            ["fingerprint"] = Fingerprint(key), ["reason"] = "contract",
        }, Cancelled);
        Assert.True(entered.StatusCode == HttpStatusCode.SeeOther, await entered.Content.ReadAsStringAsync(Cancelled));
    }

    private static string Fingerprint(string pem)
    {
        using var key = System.Security.Cryptography.ECDsa.Create();
        key.ImportFromPem(pem);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    private static async Task<DemoBrowser> SignInAsync(Uri address, string data, string user)
    {
        using var credentials = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, "demo-credentials.json"), Cancelled));
        var password = credentials.RootElement.GetProperty("accounts").EnumerateArray().First(account => account.GetProperty("user").GetString() == user).GetProperty("password").GetString();
        return await DemoBrowser.SignInAsync(address, user, password ?? "", Cancelled);
    }
}
