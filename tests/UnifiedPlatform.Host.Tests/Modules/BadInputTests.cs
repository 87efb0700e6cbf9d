using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

/// <summary>Whatever an administrator uploads: a reason in words, nothing left behind, and everybody else is answered all the while.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Modules = "/api/admin/modules";

    private readonly string _folder = Directory.CreateTempSubdirectory("up-bad-").FullName;
    private readonly string _good = Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_bad_package_is_refused_in_words_and_the_modules_answer_meanwhile()
    {
        File.Copy(_good, Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "offered")).FullName, Path.GetFileName(_good)));
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = Path.Combine(_folder, "offered") }, Cancelled);
        using var administrator = platform.ClientFor("administrator");
        var before = Files(platform);
        var acts = await ActsAsync(administrator);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var visitors = AskAsync(platform, end.Token);

        foreach (var (package, code) in Corpus())
        {
            foreach (var language in new[] { "zh-Hans", "en" })
            {
                var (codes, words) = await RefusedAsync(administrator, package, language);
                Assert.Equal((Path.GetFileName(package), code), (Path.GetFileName(package), codes[0]));
                Assert.DoesNotContain("[module-failure", words, StringComparison.Ordinal);
                Assert.True(words.Length > 8 && words.Any(letter => letter >= '一' && letter <= '鿿') == (language == "zh-Hans"), words);
            }
            Assert.Equal(before, Files(platform));
        }
        await end.CancelAsync();

        var (answered, failed) = await visitors;
        Assert.Empty(failed);
        Assert.NotEqual(0, answered);
        Assert.Equal(acts, await ActsAsync(administrator));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<(string Package, string Code)> Corpus()
    {
        var bytes = File.ReadAllBytes(_good);
        yield return (Write("empty", []), "unreadable");
        yield return (Write("cut", bytes[..(bytes.Length / 2)]), "unreadable");
        yield return (Write("large", new byte[(64 << 20) + 1]), "too-large");
        yield return (Draft("escape", draft => draft.Add("../../evil.dll", [1])), "entry-name");
        yield return (Draft("device", draft => draft.Add("con.txt", [1])), "entry-name");
        yield return (Draft("link", draft => draft.Add("link", [47, 101], unchecked((int)0xA1FF0000))), "entry-name");
        yield return (Draft("twice", draft => draft.Add("MODULE.JSON", [1])), "entry-twice");
        yield return (Draft("many", draft => Many(draft, 100_000)), "too-large");
        yield return (Draft("manifest", draft => draft.Replace("module.json", new byte[100 << 20])), "too-large");
        yield return (Draft("extra", draft => draft.Add("extra.dll", [1])), "file-extra");
        yield return (Draft("unsigned", draft => draft.Remove("module.sig")), "unsigned");
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        yield return (Draft("foreign", draft => draft.Sign(draft.Manifest with { Id = "other" }, stranger)), "untrusted");
        using var own = ECDsa.Create();
        own.ImportFromPem(File.ReadAllText(Path.Combine(Checkout.Root, ".keys", "module-dev.pem")));
        yield return (Draft("bomb", draft => draft.List("wwwroot/bomb.bin", new byte[20 << 20], own)), "too-large");
        yield return (Draft("newer-sdk", draft => draft.Sign(draft.Manifest with { Requires = draft.Manifest.Requires with { Sdk = ">=7.0.0 <8.0.0" } }, own)), "sdk-range");
        yield return (ModulePackage.Read(_good).Write(Path.Combine(_folder, "older"), "0.9.0", own).File, "older");
    }

    private static ZipDraft Many(ZipDraft draft, int entries)
    {
        for (var entry = 0; entry < entries; entry++) draft.Add($"f{entry}", []);
        return draft;
    }

    private string Draft(string name, Func<ZipDraft, ZipDraft> change) => change(new ZipDraft(_good)).Write(Path.Combine(_folder, name + ".upm"));

    private string Write(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder, name + ".upm");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static async Task<(string?[] Codes, string Words)> RefusedAsync(HttpClient administrator, string package, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{Modules}?reason=trial&grant=*", UriKind.Relative)) { Content = new StreamContent(File.OpenRead(package)) };
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await administrator.SendAsync(request, Cancelled);
        Assert.Equal((Path.GetFileName(package), HttpStatusCode.UnprocessableEntity), (Path.GetFileName(package), answer.StatusCode));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.Equal("modules.package-refused", problem.GetProperty("code").GetString());
        return ([.. problem.GetProperty("failures").EnumerateArray().Select(code => code.GetString())], problem.GetProperty("detail").GetString() ?? "");
    }

    private static async Task<(int Answered, IReadOnlyList<string> Failed)> AskAsync(TestPlatform platform, CancellationToken end)
    {
        using var organiser = platform.ClientFor("volunteer-organiser");
        var (answered, failed) = (0, new List<string>());
        for (; !end.IsCancellationRequested; answered++)
        {
            using var answer = await organiser.GetAsync(new Uri("/m/volunteering/api/volunteers?limit=1", UriKind.Relative), Cancelled);
            if (answer.StatusCode != HttpStatusCode.OK) failed.Add(answer.StatusCode.ToString());
        }
        return (answered, failed);
    }

    private static async Task<int> ActsAsync(HttpClient administrator) =>
        (await administrator.GetFromJsonAsync<JsonElement>($"{Modules}/volunteering", Cancelled)).GetProperty("operations").GetArrayLength();

    private static string[] Files(TestPlatform platform) =>
        [.. Directory.GetFiles(Path.Combine(platform.Data, "packages"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
