using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary>The first start of an installation: no account exists, and a one-time token opens the page that names the three officers.</summary>
internal sealed class FirstRun(IdentityDbContext database, AccountAdministration accounts, PlatformOptions options, IAudit audit, TimeProvider clock)
{
    public const string TokenFile = "setup-token";

    /// <summary>Makes a fresh token when nobody has set up yet; null: set up.</summary>
    public async ValueTask<string?> OfferAsync(CancellationToken cancellationToken)
    {
        if (await OfficersReady.IsSetUpAsync(database, cancellationToken)) return null;
        var token = Links.New();
        var installation = await database.Installations.SingleAsync(cancellationToken);
        (installation.SetupHash, installation.SetupUntil) = (Links.Hash(token), clock.GetUtcNow() + Links.Life);
        await database.SaveChangesAsync(cancellationToken);
        OwnerOnlyFile.Write(options.InData(TokenFile), System.Text.Encoding.ASCII.GetBytes(token));
        return token;
    }

    public async ValueTask<bool> AcceptsAsync(string token, CancellationToken cancellationToken)
    {
        var installation = await database.Installations.AsNoTracking().SingleAsync(cancellationToken);
        return installation.SetupHash is { } hash && installation.SetupUntil > clock.GetUtcNow()
            && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(hash, Links.Hash(token)) && !await OfficersReady.IsSetUpAsync(database, cancellationToken);
    }

    /// <summary>Names the three officers and gives the activation secret of each, in the order system, security, audit. Runs in the caller's transaction.</summary>
    public async ValueTask<IReadOnlyList<string>> NameAsync(IReadOnlyList<(string User, string Name)> officers, CancellationToken cancellationToken)
    {
        var secrets = new List<string>();
        for (var i = 0; i < OfficersReady.Roles.Count; i++)
            secrets.Add((await accounts.InviteAsync(new NewAccount(officers[i].User, officers[i].Name, AccountKind.Officer, null, null, [new NewGrant(OfficersReady.Roles[i])]), cancellationToken)).Secret);
        var installation = await database.Installations.SingleAsync(cancellationToken);
        (installation.SetupHash, installation.SetupUntil) = (null, null);
        await database.SaveChangesAsync(cancellationToken);
        audit.Changed(database, new AuditEntry("config", "security.setup", null));
        File.Delete(options.InData(TokenFile));
        return secrets;
    }
}
