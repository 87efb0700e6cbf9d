using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.SignIn;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary>The account behind an activation link, and the authenticator seed shown on its page until it is confirmed.</summary>
internal sealed class Activation(IdentityDbContext database, IDataProtectionProvider protection, PlatformOptions options, TimeProvider clock)
{
    private readonly IDataProtector _seed = protection.CreateProtector("UnifiedPlatform.Identity.Seed.v1");

    public async ValueTask<Account?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = Links.Hash(secret);
        var now = clock.GetUtcNow();
        return await database.Accounts.SingleOrDefaultAsync(account => account.InviteHash == hash && account.InviteUntil > now && account.State != AccountState.Disabled, cancellationToken);
    }

    /// <summary>Officers prove themselves with a second factor, always; one that exists survives a new password.</summary>
    public bool NeedsCode(Account account) => account is { Kind: AccountKind.Officer, TimeCodeSeed: null } && !options.Demo;

    public string NewSeed() => TimeCodes.NewSeed();

    public string SealSeed(Account account, string seed) => Base64Url.EncodeToString(_seed.Protect(Encoding.ASCII.GetBytes(account.Id + "\n" + seed)));

    public string? OpenSeed(Account account, string? text)
    {
        if (!NeedsCode(account) || string.IsNullOrEmpty(text) || !Base64Url.IsValid(text)) return null;
        try
        {
            var pieces = Encoding.ASCII.GetString(_seed.Unprotect(Base64Url.DecodeFromChars(text))).Split('\n');
            return pieces[0] == account.Id.ToString() ? pieces[1] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
