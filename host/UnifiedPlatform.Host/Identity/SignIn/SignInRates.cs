using System.Net;
using System.Threading.RateLimiting;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>How often an address may try to sign in or set up: 10 a minute and 60 an hour, twenty times that from the halls' own networks.</summary>
internal sealed class SignInRates : IDisposable
{
    private const int AMinute = 10;
    private const int AnHour = 60;
    private const int HallFactor = 20;
    private readonly PartitionedRateLimiter<IPAddress?> _limiter;

    public SignInRates(IConfiguration settings, PlatformOptions options)
    {
        var halls = Networks.Halls(settings, options);
        _limiter = PartitionedRateLimiter.CreateChained(Limit(halls, AMinute, TimeSpan.FromMinutes(1)), Limit(halls, AnHour, TimeSpan.FromHours(1)));
    }

    public bool Allow(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static PartitionedRateLimiter<IPAddress?> Limit(string halls, int tries, TimeSpan window) => PartitionedRateLimiter.Create<IPAddress?, string>(address =>
    {
        var most = Networks.Contain(halls, address) ? tries * HallFactor : tries;
        return RateLimitPartition.GetSlidingWindowLimiter(LockOut.Network(address) + (address?.ToString() ?? ""), _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = window, SegmentsPerWindow = 6 });
    });
}
