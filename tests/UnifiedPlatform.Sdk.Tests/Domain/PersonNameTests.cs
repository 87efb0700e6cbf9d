using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("㼆", "*")]
    [InlineData("买买提·吐尔逊", "买**·吐**")]
    [InlineData("阿依古丽·阿不都热依木", "阿***·阿*****")]
    [InlineData("欧阳娜", "欧**")]
    [InlineData("张三", "张*")]
    [InlineData("王", "*")]
    [InlineData("John Smith", "J*** S****")]
    public void A_name_of_any_script_is_kept_whole_and_masked_by_character(string typed, string masked)
    {
        Assert.True(PersonName.TryParse(typed, out var name, out _));
        Assert.Equal((typed, typed, masked), (name.Original, name.Value, name.ToString()));
    }

    [Theory]
    [InlineData('\u00B7')]
    [InlineData('\u2022')]
    [InlineData('\u30FB')]
    [InlineData('\u2027')]
    [InlineData('\u22C5')]
    [InlineData('\u2219')]
    [InlineData('\uFF0E')]
    [InlineData('\uFE52')]
    [InlineData('.')]
    public void Every_name_dot_is_the_one_dot_and_the_typed_one_is_kept(char dot)
    {
        Assert.True(PersonName.TryParse($"买买提{dot}吐尔逊", out var name, out _));
        Assert.True(PersonName.TryParse("买买提·吐尔逊", out var plain, out _));

        Assert.Equal(plain, name);
        Assert.Contains(dot, name.Original);
    }

    [Theory]
    [InlineData("J. Smith")]
    [InlineData("𠮷.")]
    public void A_full_stop_not_between_Han_stays(string typed) => Assert.Equal(typed, PersonName.Normalise(typed));

    [Fact]
    public void A_full_stop_between_characters_of_the_second_plane_is_a_dot() => Assert.Equal("𠮷·𠮷", PersonName.Normalise("𠮷.𠮷"));

    [Fact]
    public void White_space_around_and_zero_width_characters_go_and_forms_compose()
    {
        Assert.Equal("张三", PersonName.Normalise("\u3000张\u200B三\uFEFF \t"));
        Assert.Equal("José", PersonName.Normalise("Jose\u0301"));
    }

    [Fact]
    public void Fifty_characters_fit_however_many_code_units_they_take()
    {
        var fifty = string.Concat(Enumerable.Repeat("𠮷", 50));

        Assert.True(PersonName.TryParse(fifty, out _, out _));
        Assert.False(PersonName.TryParse(fifty + "𠮷", out _, out var fault));
        Assert.Equal((InputProblem.Length, "50"), (fault.Problem, fault.Expected));
    }

    [Theory]
    [InlineData(null, InputProblem.Missing)]
    [InlineData(" \u200B ", InputProblem.Missing)]
    [InlineData("张\u0000三", InputProblem.Character)]
    [InlineData("张\n三", InputProblem.Character)]
    [InlineData("张\uFFFD", InputProblem.Character)]
    public void What_is_no_name_says_why(string? typed, InputProblem problem)
    {
        Assert.False(PersonName.TryParse(typed, out _, out var fault));
        Assert.Equal(problem, fault.Problem);
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.False(PersonName.TryParse("张" + '\uD842', out _, out _));

    [Fact]
    public void A_private_use_character_is_seen()
    {
        Assert.True(PersonName.TryParse("张\uE815", out var name, out _));
        Assert.True(name.HasPrivateUse);
        Assert.True(PersonName.TryParse("张三", out var plain, out _));
        Assert.False(plain.HasPrivateUse);
    }

    [Fact]
    public void Normalising_twice_changes_nothing() => Prop.ForAll(
        Gen.OneOf(Gen.Choose(0x20, 0x2FFF), Gen.Choose(0x3000, 0xD7FF), Gen.Choose(0xE000, 0xFFFD), Gen.Choose(0x20000, 0x323AF), Gen.Elements(0xB7, 0x2E, 0x200B, 0x301, 0x20))
            .ArrayOf().Select(points => string.Concat(points.Select(point => new Rune(point).ToString()))).ToArbitrary(),
        text => PersonName.Normalise(PersonName.Normalise(text)) == PersonName.Normalise(text)).QuickCheckThrowOnFailure();
}
