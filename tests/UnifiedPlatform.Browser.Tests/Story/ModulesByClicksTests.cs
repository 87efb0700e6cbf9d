using System.Security.Cryptography;
using Microsoft.Playwright;
using UnifiedPlatform.Runtime.Tests.Support;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests.Story;

/// <summary>The administrator's way with a module: checks a package, installs it, watches it take over, sees one fail, goes back.</summary>
[Collection(ActsTown.Name)]
public sealed class ModulesByClicksTests(BrowserFixture browser) : IDisposable
{
    private const string Module = "/admin/modules/volunteering";
    private const float Patience = 60_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("up-clicks-").FullName;

    [Theory]
    [InlineData("zh-Hans", true, "1.1.0", "1.1.1")]
    [InlineData("en", false, "1.2.0", "1.2.1")]
    public async Task A_module_is_upgraded_refused_and_rolled_back_by_its_pages(string language, bool script, string good, string bad)
    {
        Chromium.Needed();
        var view = new View(language, Script: script);
        await using var visit = await browser.OpenAsync(view: view);
        var page = visit.Page;
        await SignInAsync(visit);

        await LookAsync("list", "/admin/modules");
        await visit.GoAsync("/admin/modules/install");
        await UploadAsync(await DraftAsync("bad.upm", [1, 2, 3]), refused: true);
        await LookAsync("install-refused");

        await visit.GoAsync("/admin/modules/install");
        await UploadAsync(Package(good, fails: false), refused: false);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(good);
        await LookAsync("install-preflight");
        await page.FillAsync("main input[name=reason]", "new columns");
        await page.Locator("main button[value=install]").ClickAsync();
        await page.WaitForURLAsync("**" + Module);
        await LookAsync("upgrade-running");
        await ServesAsync(good);
        await LookAsync("upgraded");

        await visit.GoAsync("/admin/modules/install");
        await UploadAsync(Package(bad, fails: true), refused: false);
        await page.FillAsync("main input[name=reason]", "self-test that cannot pass");
        await page.Locator("main button[value=install]").ClickAsync();
        await ShowsAsync("#progress .up-note");
        await LookAsync("upgrade-failed");
        await ServesAsync(good);

        await page.SelectOptionAsync("main select[name=version]", "1.0.0");
        await page.FillAsync("main form[action$='/acts'] input[name=reason]", "back again");
        await page.Locator("main button[value=activate]").ClickAsync();
        await ServesAsync("1.0.0");

        await page.Locator("main details summary").First.ClickAsync();
        await page.FillAsync("main input[name=grant-reason]", "looked at again");
        await LookAsync("grants");
        await page.Locator("main form[action$='/grants'] button").Last.ClickAsync();
        await page.WaitForURLAsync("**" + Module);

        async Task LookAsync(string what, string? path = null)
        {
            if (path is not null) await visit.GoAsync(path);
            await visit.MustBeSoundAsync(what);
            if (language == "en") Assert.Equal("", await visit.ChineseLabelsAsync());
            await visit.PictureAsync($"{what}-{view}", "modules");
        }

        async Task UploadAsync(string file, bool refused)
        {
            await page.SetInputFilesAsync("main input[type=file]", file);
            await page.Locator("main form button").Last.ClickAsync();
            if (refused)
            {
                await Assertions.Expect(page.Locator(".up-errors")).ToBeVisibleAsync();
                visit.Forgive("422");
            }
            else await page.WaitForURLAsync("**/install?token=*", new PageWaitForURLOptions { Timeout = Patience });
        }

        // With script the page follows by itself; without it the reader asks again.
        async Task ShowsAsync(string selector)
        {
            if (script)
            {
                await Assertions.Expect(page.Locator(selector).First).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Patience });
                return;
            }
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(300));
            for (var round = 0; round < 200 && await page.Locator(selector).CountAsync() == 0; round++)
            {
                await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
                await visit.GoAsync(Module);
            }
            Assert.NotEqual(0, await page.Locator(selector).CountAsync());
        }

        Task ServesAsync(string version) => ShowsAsync($"main:not(:has([data-up-open])) tr[aria-current=true] th:has-text('{version}')");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Package(string version, bool fails)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(Checkout.Root, ".keys", "module-dev.pem")));
        var packed = ModulePackage.Read(Directory.GetFiles(Path.Combine(Checkout.Root, "modules", ".packed"), "volunteering-*.upm").Single());
        var file = packed.Write(_folder, version, key).File;
        if (!fails) return file;
        var draft = new ZipDraft(file);
        return draft.Sign(draft.Manifest with { SelfTests = ["/no-such-page"] }, key).Write(file);
    }

    private async Task<string> DraftAsync(string name, byte[] bytes)
    {
        var file = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        return file;
    }

    // Signed in a moment ago: acts on modules want a fresh proof.
    private async Task SignInAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        await visit.Page.FillAsync("input[name=user]", "system-officer");
        await visit.Page.FillAsync("input[name=password]", browser.Platform.PasswordOf("system-officer"));
        await visit.Page.Locator("form[action='/sign-in'] button:not([type=button])").First.ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }
}
