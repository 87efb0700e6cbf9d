using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace UnifiedPlatform.Sdk.Tests.Handbook;

public sealed partial class HandbookTests
{
    private static readonly string[] Tasks =
    [
        "first-hour.md", "page.md", "api.md", "service-item.md", "topics.md", "job.md", "resident.md", "permission.md", "setting.md", "text.md", "migration.md", "test.md", "ship.md", "upgrade.md", "troubleshooting.md", "analyzers.md",
    ];

    [Fact]
    public void Every_snippet_of_code_compiles_with_the_module_of_the_first_hour() =>
        None(HandbookPages.Fences.Where(fence => fence is { Language: "csharp", Source: null }).GroupBy(fence => fence.Page).SelectMany(page => SnippetCompilation.Errors([.. page], HandbookPages.Fences.Where(fence => fence.Page == page.Key && fence.Language == "json"))));

    [Fact]
    public void A_snippet_that_calls_what_is_not_there_is_told_with_its_page_and_line()
    {
        var wrong = Fence.Of("wrong.md", "text\n\n```csharp\ninternal sealed class Wrong(IOutbox outbox)\n{\n    public void Tell() => outbox.Send(\"x\");\n}\n```\n");

        Assert.Equal(["wrong.md(6): CS1061"], SnippetCompilation.Errors(wrong, []).Select(error => string.Join(' ', error.Split(' ').Take(2))));
    }

    [Fact]
    public void Every_snippet_of_a_file_stands_in_that_file() => None(HandbookPages.Fences.Where(fence => fence.Source is not null && !IsTextFile(fence)).Select(Foreign).OfType<string>());

    [Fact]
    public void A_snippet_that_differs_from_its_file_is_told() =>
        Assert.NotNull(Foreign(Fence.Of("wrong.md", "```razor Ledger/Pages/EntriesPage.razor\n<PageHead Title=\"x\" />\n```").Single()));

    [Fact]
    public void Every_snippet_of_json_and_xml_can_be_read()
    {
        foreach (var fence in HandbookPages.Fences.Where(fence => fence.Language == "json")) using (JsonDocument.Parse(fence.Text)) { }
        foreach (var fence in HandbookPages.Fences.Where(fence => fence.Language == "xml")) XElement.Parse(fence.Text);
    }

    [Fact]
    public void Every_command_is_one_that_exists() => None(HandbookPages.Fences.Where(fence => fence.Language == "shell").SelectMany(fence => fence.Lines.Where(line => !line.StartsWith('#')).Select(line => ShellRules.Fault(line) is { } fault ? $"{fence}: {line}: {fault}" : null)).OfType<string>());

    [Theory]
    [InlineData("dotnet run --project Ledger -- module explode ledger")]
    [InlineData("dotnet run --project Ledger -- module install FILE --because x")]
    [InlineData("dotnet build Ledger -t:AddColour")]
    [InlineData("dotnet new unified-module -n Ledger --colour red")]
    [InlineData("rm -rf Ledger")]
    public void A_command_that_does_not_exist_is_told(string line) => Assert.NotNull(ShellRules.Fault(line));

    [Fact]
    public void Every_block_is_of_a_kind_that_is_checked() => None(HandbookPages.Fences
        .Where(fence => fence is not { Language: "csharp" or "json" or "xml" or "shell" } and not { Language: "razor", Source: not null }).Select(fence => fence.ToString()));

    [Fact]
    public void Every_task_has_its_page_and_the_index_names_it()
    {
        var index = HandbookPages.All["README.md"];

        Assert.All(Tasks, page => Assert.Contains(page, HandbookPages.All.Keys));
        Assert.All(Tasks, page => Assert.Contains($"]({page})", index, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_leads_to_a_page() => None(HandbookPages.All.SelectMany(page => Link().Matches(page.Value).Select(link => link.Groups[1].Value)
        .Where(target => !HandbookPages.All.ContainsKey(target)).Select(target => $"{page.Key} → {target}")));

    private static void None(IEnumerable<string> findings)
    {
        var all = findings.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }

    // Texts of a page's own are merged with the module's when its code is compiled.
    private static bool IsTextFile(Fence fence) => fence is { Language: "json", Source: "Ledger/Resources/zh-Hans.json" or "Ledger/Resources/en.json" };

    private static string? Foreign(Fence fence)
    {
        if (!LedgerModule.Files.TryGetValue(fence.Source!, out var file) && !ShippedFiles.TryRead(fence.Source!, out file)) return $"{fence}: there is no {fence.Source}.";
        var (wanted, lines) = (fence.Lines.ToArray(), file.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray());
        return Enumerable.Range(0, lines.Length).Any(start => lines.Skip(start).Take(wanted.Length).SequenceEqual(wanted, StringComparer.Ordinal)) ? null : $"{fence}: {fence.Source} has other lines.";
    }

    [GeneratedRegex(@"\]\(([a-z-]+\.md)(?:#[a-z0-9-]*)?\)")]
    private static partial Regex Link();
}
