using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>How much one person at a browser, or one address nobody has signed in from, may ask (security.md §6.7). Keys of machines have rates of their own.</summary>
internal sealed class RequestRates : IDisposable
{
    private const int PagesPerMinute = 300, DemoPagesPerMinute = 3_000, AnonymousPerMinute = 60, HallFactor = 20;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly PartitionedRateLimiter<AccountId> _accounts;
    private readonly PartitionedRateLimiter<IPAddress> _addresses;

    public RequestRates(IConfiguration settings, PlatformOptions options)
    {
        var pages = Read(settings["Security:PagesPerMinute"] ?? (options.Demo ? DemoPagesPerMinute : PagesPerMinute).ToString(CultureInfo.InvariantCulture));
        var halls = Networks.Halls(settings, options);
        _accounts = PartitionedRateLimiter.Create<AccountId, AccountId>(account => RateLimitPartition.GetTokenBucketLimiter(account, _ => Bucket(pages, pages / 3)));
        _addresses = PartitionedRateLimiter.Create<IPAddress, string>(address => RateLimitPartition.GetTokenBucketLimiter(LockOut.Network(address), _ =>
            Networks.Contain(halls, address) ? Bucket(AnonymousPerMinute * HallFactor, AnonymousPerMinute * HallFactor) : Bucket(AnonymousPerMinute, AnonymousPerMinute)));
    }

    public bool Allow(HttpContext context)
    {
        using var lease = context.Features.Get<IActorFeature>()?.Actor switch
        {
            { Kind: ActorKind.Staff } person => _accounts.AttemptAcquire(person.Account),
            null => _addresses.AttemptAcquire(context.Connection.RemoteIpAddress ?? IPAddress.None),
            _ => null,
        };
        return lease?.IsAcquired != false;
    }

    public void Dispose()
    {
        _accounts.Dispose();
        _addresses.Dispose();
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute, int burst) =>
        new() { TokenLimit = burst, TokensPerPeriod = Math.Max(1, perMinute / 60), ReplenishmentPeriod = Step, QueueLimit = 0 };

    private static int Read(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) && pages is >= 60 and <= 60_000
        ? pages
        : throw new StartupFailure($"Security:PagesPerMinute takes 60 to 60000; '{text}' is neither.");
}
