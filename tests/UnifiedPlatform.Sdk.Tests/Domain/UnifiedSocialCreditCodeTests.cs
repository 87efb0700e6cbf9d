using System.Text.Json;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91350100M000100Y43")]
    [InlineData("51340822500000015T")]
    [InlineData("52340822MJA000016K")]
    [InlineData("53340822500000023F")]
    [InlineData("52340822mja000016k")]
    public void A_code_of_the_handbook_is_read(string typed)
    {
        Assert.True(UnifiedSocialCreditCode.TryParse(typed, out var code, out _));
        Assert.True(code.OrganisationCodeHolds);
        Assert.Equal(typed.ToUpperInvariant(), JsonSerializer.Deserialize<UnifiedSocialCreditCode>(JsonSerializer.Serialize(code))!.Value);
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null, null)]
    [InlineData("91350100M000100Y4", InputProblem.Length, null, "18")]
    [InlineData("91350100M000100Y44", InputProblem.CheckDigit, 18, "3")]
    [InlineData("9135O100M000100Y43", InputProblem.Character, 5, null)]
    [InlineData("I1350100M000100Y43", InputProblem.Character, 1, null)]
    [InlineData("91350100MOO0100Y43", InputProblem.Character, 10, null)]
    [InlineData("9135010０M000100Y43", InputProblem.FullWidth, 8, null)]
    public void A_wrong_code_says_what_is_wrong_and_where(string typed, InputProblem problem, int? position, string? expected)
    {
        Assert.False(UnifiedSocialCreditCode.TryParse(typed, out _, out var fault));
        Assert.Equal((problem, position, expected), (fault.Problem, fault.Position, fault.Expected));
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void Any_one_wrong_character_is_refused()
    {
        const string valid = "52340822MJA000016K";
        for (var i = 0; i < 18; i++)
            foreach (var c in "0123456789ABCDEFGHJKLMNPQRTUWXY")
                if (valid[i] != c) Assert.False(UnifiedSocialCreditCode.TryParse(valid[..i] + c + valid[(i + 1)..], out _, out _), $"{i} {c}");
    }
}
