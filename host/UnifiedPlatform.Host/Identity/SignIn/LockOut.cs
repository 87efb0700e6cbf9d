using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Counts failures by pair (account, network), by account, and by known browser, so that guessing stops while the owner on a known browser still gets in.</summary>
internal sealed class LockOut(IServiceScopeFactory scopes, KeyRing ring, TimeProvider clock)
{
    private const int PairLimit = 5;
    private const int AccountLimit = 20;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>Whether the try is refused whatever the password.</summary>
    public async ValueTask<bool> IsLockedAsync(string user, IPAddress? address, Guid? device, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var (pair, account, browser) = (Pair(user, address), Whole(user), device is { } known ? Browser(user, known) : null);
        var now = clock.GetUtcNow();
        var locked = await database.SignInTries.AsNoTracking().Where(row => row.LockedUntil > now && (row.Key == pair || row.Key == account || row.Key == browser)).Select(row => row.Key).ToListAsync(cancellationToken);
        // A known browser has a counter of its own: neither a flood from elsewhere nor one from its own hall keeps its owner out.
        return browser is not null ? locked.Contains(browser) : locked.Count > 0;
    }

    public async ValueTask FailedAsync(string user, IPAddress? address, Guid? device, CancellationToken cancellationToken)
    {
        if (device is { } known) await CountAsync(Browser(user, known), PairLimit, cancellationToken);
        await CountAsync(Pair(user, address), PairLimit, cancellationToken);
        await CountAsync(Whole(user), AccountLimit, cancellationToken);
    }

    public async ValueTask ForgetAsync(string user, IPAddress? address, Guid? device, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var (pair, browser) = (Pair(user, address), device is { } known ? Browser(user, known) : null);
        database.SignInTries.RemoveRange(await database.SignInTries.Where(row => row.Key == pair || row.Key == browser).ToListAsync(cancellationToken));
        await database.SaveChangesAsync(cancellationToken);
    }

    private async ValueTask CountAsync(string key, int limit, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await CountOnceAsync(key, limit, cancellationToken);
                return;
            }
            catch (DbUpdateException) when (attempt < 3)
            {
                // Another node counted the first failure of this key at the same moment; count on top of it.
            }
        }
    }

    private async ValueTask CountOnceAsync(string key, int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        var now = clock.GetUtcNow();
        var row = await database.SignInTries.SingleOrDefaultAsync(counted => counted.Key == key, cancellationToken);
        if (row is null) database.SignInTries.Add(row = new SignInTry { Key = key, FirstAt = now });
        else if (now - row.FirstAt > Window && !(row.LockedUntil > now)) (row.Failures, row.FirstAt, row.LockedUntil) = (0, now, null);
        row.Failures++;
        if (row.Failures >= limit && !(row.LockedUntil > now)) row.LockedUntil = now + Window;
        await database.SaveChangesAsync(cancellationToken);
    }

    private string Pair(string user, IPAddress? address) => Key("pair", user, Network(address));

    private string Whole(string user) => Key("account", user, "");

    private string Browser(string user, Guid device) => Key("device", user, device.ToString("N"));

    private string Key(string kind, string user, string rest) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(ring.Active("sign-in").Bytes, Encoding.UTF8.GetBytes($"{kind}\n{user}\n{rest}")));

    internal static string Network(IPAddress? address)
    {
        if (address is null) return "";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, plain.AddressFamily == AddressFamily.InterNetwork ? 3 : 8));
    }
}
