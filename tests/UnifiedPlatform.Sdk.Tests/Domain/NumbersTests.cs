using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class NumbersTests
{
    private static readonly RegionCode Huaining = RegionCode.Parse("340822", null);

    [Theory]
    [InlineData("340822020320261121000176", 17, false)]
    [InlineData("340822020320261121000184", 18, false)]
    [InlineData("340822020320261121R00176", 17, true)]
    public void A_case_number_of_the_design_is_read_and_built(string text, int serial, bool backEntered)
    {
        Assert.True(CaseNumber.TryParse(text, out var number, out _));
        Assert.Equal(("340822", "0203", new DateOnly(2026, 11, 21), serial, backEntered), (number.County.Value, number.Department, number.Day, number.Serial, number.BackEntered));
        Assert.Equal(text, CaseNumber.Create(Huaining, "0203", new DateOnly(2026, 11, 21), serial, backEntered).Value);
        Assert.Equal(text, string.Concat(number.Groups));
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null, null)]
    [InlineData("34082202032026112100017", InputProblem.Length, null, "24")]
    [InlineData("340822020320261121000177", InputProblem.CheckDigit, 24, "6")]
    [InlineData("340822020320260230000176", InputProblem.ImpossibleDate, 11, null)]
    [InlineData("34082202032026112100R176", InputProblem.Character, 21, null)]
    public void A_wrong_case_number_says_what_is_wrong_and_where(string text, InputProblem problem, int? position, string? expected)
    {
        Assert.False(CaseNumber.TryParse(text, out _, out var fault));
        Assert.Equal((problem, position, expected), (fault.Problem, fault.Position, fault.Expected));
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void Any_one_wrong_digit_of_a_case_number_is_refused() => Prop.ForAll(
        Gen.Choose(1, 99_999).SelectMany(serial => Gen.Choose(0, 3_000).Select(day => CaseNumber.Create(Huaining, "0203", new DateOnly(2026, 1, 1).AddDays(day), serial).Value)).ToArbitrary(),
        valid => Enumerable.Range(0, 24).All(i => Enumerable.Range('0', 10).All(digit =>
            valid[i] == (char)digit || !CaseNumber.TryParse(valid[..i] + (char)digit + valid[(i + 1)..], out _, out _)))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_document_number_carries_its_case()
    {
        var number = DocumentNumber.Create(CaseNumber.Parse("340822020320261121000176", null), "SL", 1);

        Assert.Equal("340822020320261121000176-SL01", number.Value);
        Assert.True(DocumentNumber.TryParse(number.Value, out var read, out _));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null)]
    [InlineData("340822020320261121000176-SL1", InputProblem.Length, null)]
    [InlineData("340822020320261121000176-S101", InputProblem.Character, 27)]
    [InlineData("340822020320261121000176-SL00", InputProblem.Character, 29)]
    [InlineData("340822020320261121000177-SL01", InputProblem.CheckDigit, 24)]
    public void A_wrong_document_number_says_what_is_wrong_and_where(string text, InputProblem problem, int? position)
    {
        Assert.False(DocumentNumber.TryParse(text, out _, out var fault));
        Assert.Equal((problem, position), (fault.Problem, fault.Position));
    }

    [Fact]
    public void A_query_code_is_read_as_people_read_it_aloud()
    {
        Assert.True(QueryCode.TryParse("01234-5678", out _, out var fault) is false && fault.Problem == InputProblem.Length);
        var code = QueryCode.New();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", code.ToString());
        var spoken = code.ToString().ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace("-", " ", StringComparison.Ordinal);
        Assert.True(QueryCode.TryParse(spoken, out var read, out _));
        Assert.Equal(code, read);
    }

    [Fact]
    public void Any_one_wrong_character_and_any_swap_of_a_query_code_is_refused() => Prop.ForAll(Gen.Constant(0).Select(_ => QueryCode.New().Value).ToArbitrary(), valid =>
    {
        for (var i = 0; i < 10; i++)
        {
            foreach (var c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
                if (c != valid[i] && QueryCode.TryParse(valid[..i] + c + valid[(i + 1)..], out _, out _)) return false;
            for (var j = i + 1; j < 10; j++)
                if (valid[i] != valid[j] && QueryCode.TryParse(valid[..i] + valid[j] + valid[(i + 1)..j] + valid[i] + valid[(j + 1)..], out _, out _)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_wrong_query_code_names_the_character_that_should_stand_at_the_end()
    {
        var valid = QueryCode.New().Value;
        var wrong = valid[..9] + (valid[9] == '7' ? '8' : '7');

        Assert.False(QueryCode.TryParse(wrong, out _, out var fault));
        Assert.Equal((InputProblem.CheckDigit, 10, valid[9..]), (fault.Problem, fault.Position, fault.Expected));
        Assert.False(QueryCode.TryParse("U123456789", out _, out var foreign));
        Assert.Equal((InputProblem.Character, 1), (foreign.Problem, foreign.Position));
    }
}
