using System.Globalization;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class TimeCodesTests : IDisposable
{
    private const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private readonly TemporaryKeys _keys = new();
    private readonly MovableClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_111_111_109));

    public void Dispose() => _keys.Dispose();

    // RFC 6238, appendix B (SHA-1), the last six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1_111_111_109, "081804")]
    [InlineData(1_234_567_890, "005924")]
    [InlineData(20_000_000_000, "353130")]
    public void Codes_are_those_of_RFC_6238(long seconds, string code) => Assert.Equal(code, TimeCodes.Code(Seed, seconds / 30));

    [Fact]
    public void A_code_is_accepted_once()
    {
        var (codes, account) = Given();

        Assert.True(codes.Accept(account, "081804"));
        Assert.False(codes.Accept(account, "081804"));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_of_difference_is_accepted(int steps, bool accepted)
    {
        var (codes, account) = Given();

        Assert.Equal(accepted, codes.Accept(account, TimeCodes.Code(Seed, _clock.Now.ToUnixTimeSeconds() / 30 + steps)));
    }

    [Fact]
    public void A_step_older_than_the_last_accepted_one_is_refused()
    {
        var (codes, account) = Given();
        var step = _clock.Now.ToUnixTimeSeconds() / 30;

        Assert.True(codes.Accept(account, TimeCodes.Code(Seed, step + 1)));
        Assert.False(codes.Accept(account, TimeCodes.Code(Seed, step)));
    }

    private (TimeCodes Codes, Account Account) Given()
    {
        var account = new Account { Id = new AccountId(Guid.CreateVersion7()), UserName = "officer", Name = "officer", CreatedAt = DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture) };
        var codes = new TimeCodes(new FieldProtector(_keys.Open()), _clock);
        account.TimeCodeSeed = codes.Seal(account, Seed);
        return (codes, account);
    }
}
