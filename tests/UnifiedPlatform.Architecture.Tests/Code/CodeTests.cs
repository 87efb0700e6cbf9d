using UnifiedPlatform.Architecture.Tests.Sources;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Architecture.Tests.Code;

public sealed class CodeTests
{
    private const int LongFile = 250;

    private static readonly string[] TopLevel =
    [
        "UnifiedPlatform.sln", "README.md", "LICENSE", "host", "modules", "sdk", "tests",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", "NuGet.config",
    ];

    [Fact]
    public void A_class_nobody_derives_from_is_sealed() => Guard.Holds(CodeRules.Unsealed([.. SourceTree.Written]));

    [Fact]
    public void Nobody_reads_the_machine_s_clock() => Guard.Holds(SourceTree.Written.SelectMany(CodeRules.Clocks));

    [Fact]
    public void No_sentence_for_a_person_stands_in_code() => Guard.Holds(SourceTree.Written.SelectMany(CodeRules.Sentences));

    [Fact]
    public void Nothing_is_left_unfinished_or_swallowed() => Guard.Holds(SourceTree.Written.Concat(SourceTree.Tests).SelectMany(CodeRules.Unfinished));

    [Fact]
    public void No_test_waits_for_time_or_is_switched_off() => Guard.Holds(SourceTree.Tests.SelectMany(CodeRules.Sleeping));

    [Fact]
    public void The_top_level_stays_closed() => Guard.Holds(Strangers(Directory.EnumerateFileSystemEntries(Checkout.Root).Select(entry => Path.GetFileName(entry)!)));

    [Fact]
    public void Long_files_are_worth_another_look()
    {
        foreach (var file in SourceTree.Written.Where(file => file.Text.Count(c => c == '\n') > LongFile))
            TestContext.Current.AddWarning($"{file.Path} has more than {LongFile} lines: is it one thing?");
    }

    [Theory]
    [InlineData("public class A;", 1)]
    [InlineData("public record A;", 1)]
    [InlineData("public sealed class A; public static class B; public abstract class C; public record struct D; public struct E;", 0)]
    [InlineData("public class A; public sealed class B : A;", 0)]
    [InlineData("namespace X { public partial class A; } namespace X { public sealed partial class A; }", 0)]
    public void A_planted_open_class_is_seen(string source, int found) => Assert.Equal(found, CodeRules.Unsealed([Planted(source)]).Count());

    [Theory]
    [InlineData("var a = DateTime.Now;")]
    [InlineData("var a = System.DateTime.UtcNow;")]
    [InlineData("var a = DateTimeOffset.UtcNow.AddDays(1);")]
    [InlineData("var a = DateTime.Today;")]
    public void A_planted_clock_is_seen(string statement) => Assert.Single(CodeRules.Clocks(Planted(statement)));

    [Theory]
    [InlineData("\"没有提交成功，内容都还在。\"", 1)]
    [InlineData("$\"办件{1}\"", 0)]
    [InlineData("$\"已受理，编号{1}\"", 1)]
    [InlineData("\"村委会\"", 0)]
    public void A_planted_sentence_is_seen(string literal, int found) => Assert.Equal(found, CodeRules.Sentences(Planted($"var a = {literal};")).Count());

    [Theory]
    [InlineData("class A { void M() { try { } catch { } } }")]
    [InlineData("class A { void M() { try { } catch (Exception) { } } }")]
    [InlineData("class A { async void M() { } }")]
    [InlineData("class A { int M() => throw new NotImplementedException(); }")]
    [InlineData("class A { // FIXME later\n }")]
    public void Planted_unfinished_work_is_seen(string source) => Assert.Single(CodeRules.Unfinished(Planted(source)));

    [Theory]
    [InlineData("class A { void M() { Thread.Sleep(1); } }")]
    [InlineData("class A { async Task M() { await Task.Delay(1); } }")]
    [InlineData("class A { [Fact(Skip = \"later\")] void M() { } }")]
    public void A_planted_wait_is_seen(string source) => Assert.Single(CodeRules.Sleeping(Planted(source)));

    [Fact]
    public void A_planted_stranger_at_the_top_is_seen() => Assert.Single(Strangers([".git", "host", "notes"]));

    private static IEnumerable<string> Strangers(IEnumerable<string> entries) =>
        entries.Where(entry => entry[0] != '.' && !TopLevel.Contains(entry, StringComparer.Ordinal)).Select(entry => $"{entry} does not belong at the top level.");

    private static SourceFile Planted(string source) => new("planted.cs", source);
}
