using UnifiedPlatform.Kit.Tests.Kit;

namespace UnifiedPlatform.Kit.Tests;

/// <summary>Row 9.8: whatever somebody chooses, the module builds without a warning and passes its own tests.</summary>
[Trait("Duration", "Long")]
public sealed class TemplateTests(Feed feed)
{
    [Theory]
    [InlineData("--database false", "*TodayTests*")]
    [InlineData("--page false --job false", "*EntryTests*")]
    [InlineData("--id civil-ledger --counter-part", "*EntryTests*")]
    public async Task Every_choice_builds_without_a_warning_and_passes_its_tests(string options, string tests)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var folder = await feed.FolderAsync();
        using var work = new EmptyFolder(folder);
        await work.RunAsync("dotnet new install FEED/UnifiedPlatform.Templates.1.0.0.nupkg", cancelled);
        await work.RunAsync($"dotnet new unified-module -n Ledger --feed FEED {options}", cancelled);
        work.Enter("Ledger");

        var built = await work.RunAsync("dotnet build", cancelled);
        var tested = await work.RunAsync($"dotnet Ledger.Tests/bin/Debug/net10.0/Ledger.Tests.dll -noColor -class {tests}", cancelled);

        Assert.Contains(" 0 Warning(s)", built, StringComparison.Ordinal);
        Assert.Contains("Failed: 0", tested, StringComparison.Ordinal);
        Assert.DoesNotContain("Total: 0", tested, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(work.Folder, "*", SearchOption.AllDirectories), file => file.Contains("module-id", StringComparison.Ordinal));
    }
}
