using UnifiedPlatform.Sdk.Analyzers.Text;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

public sealed class TextKeysGeneratorTests
{
    private const string Zh = "/package/Resources/zh-Hans.json";
    private const string En = "/package/Resources/en.json";

    [Fact]
    public void Every_key_of_every_file_of_the_package_becomes_a_constant()
    {
        var (problems, source) = Snippet.Generate(new TextKeysGenerator(),
            (Zh, """{ "members.title": "党员", "part.home-assessment": "评估 \"{0}\" <b>" }"""), (En, """{ "members.title": "Members", "part.home-assessment": "Assessment {0}" }"""),
            ("/package/Resources/shell.zh-Hans.json", """{"sign-in": "登录"}"""), ("/package/Resources/shell.en.json", """{"sign-in": "Sign in"}"""),
            ("/package/Topics/other.json", "[]"));

        Assert.Empty(problems);
        Assert.Contains("public const string MembersTitle = \"members.title\";", source, StringComparison.Ordinal);
        Assert.Contains("public const string PartHomeAssessment = \"part.home-assessment\";", source, StringComparison.Ordinal);
        Assert.Contains("public const string SignIn = \"sign-in\";", source, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "a": "甲", "b": "乙" }""", """{ "a": "A" }""", "UPT001")]
    [InlineData("""{ "a": "甲" }""", """{ "a": "A", "b": "B" }""", "UPT001")]
    [InlineData("""{ "a": "甲", "a": "乙" }""", """{ "a": "A" }""", "UPT002")]
    [InlineData("""{ "a.b": "甲", "a-b": "乙" }""", """{ "a.b": "A", "a-b": "B" }""", "UPT003")]
    [InlineData("""{ "a": "甲{0}" }""", """{ "a": "A" }""", "UPT004")]
    [InlineData("""{ "a": { "b": "甲" } }""", """{ }""", "UPT005")]
    [InlineData("""{ "a": "甲" """, """{ "a": "A" }""", "UPT005")]
    public void Languages_that_do_not_agree_fail_the_build(string chinese, string english, string id)
    {
        var (problems, _) = Snippet.Generate(new TextKeysGenerator(), (Zh, chinese), (En, english));

        Assert.Contains(id, problems.Select(problem => problem.Id));
    }

    [Fact]
    public void A_key_in_two_files_is_told_where_it_stands()
    {
        var (problems, _) = Snippet.Generate(new TextKeysGenerator(),
            (Zh, "{\n \"a\": \"甲\"\n}"), (En, """{ "a": "A" }"""), ("/package/Resources/more.zh-Hans.json", "{\n\n \"a\": \"甲\"\n}"));

        var problem = Assert.Single(problems);
        Assert.Equal(("UPT002", 2), (problem.Id, problem.Location.GetLineSpan().StartLinePosition.Line));
    }
}
