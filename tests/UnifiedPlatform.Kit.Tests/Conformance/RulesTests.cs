using System.IO.Compression;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Testing.Conformance;

namespace UnifiedPlatform.Kit.Tests.Conformance;

/// <summary>Each rule of the suite that needs no host: what is wrong is told, what is right is not.</summary>
public sealed class RulesTests
{
    private const string Sound = """<main><h1 class="a">Title</h1><form method="post" action="/m/x/y"><input type="hidden" name="_form" value="k" /></form></main>""";

    [Fact]
    public void A_whole_page_is_content() => Assert.Empty(PageRules.Violations(Sound));

    [Theory]
    [InlineData("<h1 class=\"a\">Title</h1>", "", "0 h1")]
    [InlineData("</main>", "<h1>Again</h1></main>", "2 h1")]
    [InlineData("<main>", "<div>", "no content in main")]
    [InlineData("<form", "<p onclick=\"go()\">x</p><form", "inline handler")]
    [InlineData("<form", "<script>go()</script><form", "inline script")]
    [InlineData("<form", "<a href=\"javascript:go()\">x</a><form", "javascript:")]
    [InlineData("Title", "[entry.title]", "text key [entry.title]")]
    [InlineData(" action=\"/m/x/y\"", "", "without an action")]
    [InlineData("name=\"_form\"", "name=\"form\"", "platform's keys")]
    public void A_page_that_needs_script_or_lacks_something_is_told(string part, string instead, string finding) =>
        Assert.Contains(finding, string.Join('\n', PageRules.Violations(Sound.Replace(part, instead, StringComparison.Ordinal))), StringComparison.Ordinal);

    [Theory]
    [InlineData("UnifiedPlatform.Sdk.dll", "comes from the host")]
    [InlineData("wwwroot/app.js", "does not belong")]
    [InlineData("notes.md", "does not belong")]
    public void A_file_that_has_no_place_in_a_package_is_told(string name, string finding)
    {
        using var folder = new PackageDraft(zip => zip.CreateEntry(name));

        Assert.Contains(finding, string.Join('\n', PackageRules.Violations(folder.Package, 2048)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_without_a_language_or_too_large_is_told()
    {
        using var folder = new PackageDraft(zip => zip.GetEntry("Resources/en.json")!.Delete());

        Assert.Equal(2, PackageRules.Violations(folder.Package, 1).Count(finding => finding.Contains("Resources/en.json is missing", StringComparison.Ordinal) || finding.Contains("1 are allowed", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_manifest_of_other_code_is_told()
    {
        var findings = string.Join('\n', ManifestTruth.Violations(PackageDraft.Ledger, typeof(RulesTests).Assembly));

        Assert.Contains("another build", findings, StringComparison.Ordinal);
        Assert.Contains("[assembly: Module]", findings, StringComparison.Ordinal);
        Assert.Contains("The manifest has the job 'close-entries', the code has not.", findings, StringComparison.Ordinal);
        Assert.Contains("The manifest has the permission 'ledger.entry.view', the code has not.", findings, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permission_nobody_declared_and_an_address_nobody_answers_at_are_told()
    {
        var findings = AddressRules.AtOdds(PackageDraft.Ledger.Contents, [new ModuleEndpoint("GET", "/other", ["ledger.entry.burn"])]).ToArray();

        Assert.Contains(findings, finding => finding.StartsWith("/other needs 'ledger.entry.burn'", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.StartsWith("The manifest names /entries", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("t\na|1\n", "t\na|1\nb|2\n", "+ b|2")]
    [InlineData("t\na|1\nb|2\n", "t\na|1\n", "- b|2")]
    [InlineData("t\na|1\n", "t\na|1\n", null)]
    public void Rows_a_second_run_adds_or_takes_are_told(string once, string twice, string? difference) => Assert.Equal(difference, JobRules.Difference(once, twice));
}
