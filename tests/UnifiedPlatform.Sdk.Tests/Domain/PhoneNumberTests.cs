using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13812345678", "13812345678", "138****5678")]
    [InlineData("+86 138 1234 5678", "13812345678", "138****5678")]
    [InlineData("0086-138-1234-5678", "13812345678", "138****5678")]
    [InlineData("8613812345678", "13812345678", "138****5678")]
    [InlineData("１３８１２３４５６７８", "13812345678", "138****5678")]
    [InlineData("0556-4611234", "05564611234", "*******1234")]
    [InlineData("（0556）4611234", "05564611234", "*******1234")]
    [InlineData("+86 556 4611234", "05564611234", "*******1234")]
    [InlineData("+86 10 65529988", "01065529988", "*******9988")]
    [InlineData("021 6552 9988", "02165529988", "*******9988")]
    [InlineData("0571-87654321", "057187654321", "********4321")]
    public void A_number_is_taken_as_people_write_it(string typed, string digits, string masked)
    {
        Assert.True(PhoneNumber.TryParse(typed, out var phone, out _));
        Assert.Equal((digits, masked), (phone.Value, phone.ToString()));
    }

    [Theory]
    [InlineData("", InputProblem.Missing, null)]
    [InlineData("1381234567", InputProblem.Length, null)]
    [InlineData("138123456789", InputProblem.Length, null)]
    [InlineData("12812345678", InputProblem.Prefix, 2)]
    [InlineData("4611234", InputProblem.AreaCode, null)]
    [InlineData("01112345678", InputProblem.AreaCode, null)]
    [InlineData("0556-461123", InputProblem.Length, null)]
    [InlineData("138x2345678", InputProblem.Character, 4)]
    public void A_wrong_number_says_what_is_wrong(string typed, InputProblem problem, int? position)
    {
        Assert.False(PhoneNumber.TryParse(typed, out _, out var fault));
        Assert.Equal((problem, position), (fault.Problem, fault.Position));
        Assert.Contains(fault.Key, InputFault.Keys);
    }

    [Fact]
    public void What_was_read_is_read_again_as_itself() => Prop.ForAll(
        Gen.OneOf(
            Gen.Choose(3, 9).SelectMany(second => Gen.Choose(0, 999_999_999).Select(rest => $"1{second}{rest:000000000}")),
            Gen.Choose(2, 9).SelectMany(second => Gen.Choose(0, 999_999_999).Select(rest => $"0{second}{rest:000000000}"))).ToArbitrary(),
        typed => PhoneNumber.TryParse(typed, out var phone, out _) && phone.Value == typed
            && PhoneNumber.TryParse("+86" + typed.TrimStart('0'), out var abroad, out _) == !typed.StartsWith("00", StringComparison.Ordinal)
            && phone.Equals(abroad)).QuickCheckThrowOnFailure();
}
