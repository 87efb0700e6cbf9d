using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class NationalIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Sex.Female)]
    [InlineData("440524188001010014", "1880-01-01", Sex.Male)]
    [InlineData("340822199001010018", "1990-01-01", Sex.Male)]
    [InlineData("340822202002291231", "2020-02-29", Sex.Male)]
    [InlineData("340822195812310825", "1958-12-31", Sex.Female)]
    [InlineData("810000198001010014", "1980-01-01", Sex.Male)]
    [InlineData("11010519491231002x", "1949-12-31", Sex.Female)]
    [InlineData(" 340822 19900101 0018 ", "1990-01-01", Sex.Male)]
    public void A_number_of_the_handbook_is_read(string typed, string birth, Sex sex)
    {
        Assert.True(NationalId.TryParse(typed, Today, out var id, out _));
        Assert.Equal(18, id.Value.Length);
        Assert.Equal(birth, id.Birth.ToString("yyyy-MM-dd", null));
        Assert.Equal(sex, id.Sex);
        Assert.DoesNotContain('x', id.Value);
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null, null)]
    [InlineData("   ", InputProblem.Missing, null, null)]
    [InlineData("34082219900101001", InputProblem.Length, null, "18")]
    [InlineData("3408221990010100188", InputProblem.Length, null, "18")]
    [InlineData("34082219900229123X", InputProblem.ImpossibleDate, 7, null)]
    [InlineData("340822200113010018", InputProblem.ImpossibleDate, 7, null)]
    [InlineData("340822202611230018", InputProblem.FutureDate, 7, null)]
    [InlineData("340822199001010011", InputProblem.CheckDigit, 18, "8")]
    [InlineData("110105194912310021", InputProblem.CheckDigit, 18, "X")]
    [InlineData("34082２199001010018", InputProblem.FullWidth, 6, null)]
    [InlineData("34O822199001010018", InputProblem.Character, 3, null)]
    [InlineData("3408221990010100X8", InputProblem.Character, 17, null)]
    [InlineData("34082219900101001Y", InputProblem.Character, 18, null)]
    [InlineData("340822900229123", InputProblem.ImpossibleDate, 7, null)]
    [InlineData("340822000101996", InputProblem.OldCentury, null, null)]
    public void A_wrong_number_says_what_is_wrong_and_where(string typed, InputProblem problem, int? position, string? expected)
    {
        Assert.False(NationalId.TryParse(typed, Today, out _, out var fault));
        Assert.Equal((problem, position, expected), (fault.Problem, fault.Position, fault.Expected));
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void An_impossible_date_is_repeated_in_the_arguments_but_never_in_the_text_form()
    {
        NationalId.TryParse("340822202602300010", Today, out _, out var fault);

        Assert.Equal(["2026", 2, 30], fault!.Arguments);
        Assert.Equal("input.national-id.impossible-date", fault.ToString());
    }

    [Fact]
    public void An_old_number_is_raised_with_the_century_and_its_check_character()
    {
        Assert.True(NationalId.TryParse("340822900101001", Today, out var old, out _));
        Assert.True(NationalId.TryParse("340822199001010018", Today, out var full, out _));
        Assert.Equal(full, old);
    }

    [Fact]
    public void A_sex_that_disagrees_is_a_hint_and_no_refusal()
    {
        Assert.True(NationalId.TryParse("340822199001010018", Today, out var id, out _));
        Assert.True(id.Agrees(Sex.Male));
        Assert.True(id.Agrees(Sex.NotStated));
        Assert.False(id.Agrees(Sex.Female));
    }

    [Fact]
    public void Nothing_but_the_mask_leaves_by_text_or_json()
    {
        Assert.True(NationalId.TryParse("340822199001010018", Today, out var id, out _));
        Assert.Equal("340822********0018", $"{id}");
        Assert.Equal("\"340822********0018\"", JsonSerializer.Serialize(id));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<NationalId>("\"340822199001010018\""));
    }

    [Fact]
    public void Any_one_wrong_digit_and_any_swap_of_unequal_neighbours_is_refused() => Prop.ForAll(Numbers.ToArbitrary(), valid =>
    {
        for (var i = 0; i < 17; i++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (valid[i] != digit && Holds(valid[..i] + digit + valid[(i + 1)..])) return false;
        return Enumerable.Range(0, 16).All(i => valid[i] == valid[i + 1] || !Holds(valid[..i] + valid[i + 1] + valid[i] + valid[(i + 2)..]));

        static bool Holds(string text) => NationalId.TryParse(text, Today, out _, out _);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_built_by_the_rule_is_read_back_and_masked_with_ten_open_characters() => Prop.ForAll(Numbers.ToArbitrary(), valid =>
        NationalId.TryParse(valid, Today, out var id, out _) && id.Value == valid && id.ToString().Count(c => c != '*') == 10).QuickCheckThrowOnFailure();

    private static readonly Gen<string> Numbers =
        from address in Gen.Choose(990000, 999999)
        from day in Gen.Choose(0, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber)
        from serial in Gen.Choose(0, 999)
        let first = $"{address}{new DateOnly(1900, 1, 1).AddDays(day):yyyyMMdd}{serial:000}"
        select first + NationalId.CheckCharacter(first);
}
