using System.Net;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Identity.Setup;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Checks a name and a password (and a time code) and begins the session.</summary>
internal sealed class SignInService(IdentityDbContext database, PasswordHashing hashing, LockOut lockOut, TimeCodes codes, SessionStore sessions, SessionTicket tickets, OfficersReady officers, IAudit audit, PlatformOptions options, TimeProvider clock)
{
    public async ValueTask<(SignInOutcome Outcome, string? Cookie, Account? Account)> TryAsync(SignInAttempt attempt, CancellationToken cancellationToken)
    {
        var user = Normalise(attempt.User);
        var account = await database.Accounts.SingleOrDefaultAsync(row => row.UserName == user && row.Kind != AccountKind.Machine, cancellationToken);
        var device = account is not null && attempt.Device is { } known && known.Account == account.Id ? known.Device : (Guid?)null;
        var locked = await lockOut.IsLockedAsync(user, attempt.Address, device, cancellationToken);
        var fits = attempt.AlreadyProved ? account is not null : await hashing.VerifyAsync(account?.PasswordHash, attempt.Password, cancellationToken);
        if (locked || !fits || account is not { State: AccountState.Active })
        {
            await RefuseAsync(user, account, attempt.Address, device, cancellationToken);
            return (SignInOutcome.Refused, null, null);
        }
        if (!options.Demo && account.Kind != AccountKind.Officer && !await officers.AreAsync(database, cancellationToken)) return (SignInOutcome.NotOpenYet, null, null);
        if (account.TimeCodeSeed is not null)
        {
            if (attempt.Code is null) return (SignInOutcome.CodeWanted, null, account);
            if (!codes.Accept(account, attempt.Code))
            {
                await RefuseAsync(user, account, attempt.Address, device, cancellationToken);
                return (SignInOutcome.Refused, null, null);
            }
        }
        return (SignInOutcome.SignedIn, await BeginAsync(user, account, attempt, device, cancellationToken), account);
    }

    /// <summary>Whether the person of a running session proves again who they are.</summary>
    public async ValueTask<bool> ProveAsync(AccountId id, string password, string? code, IPAddress? address, CancellationToken cancellationToken)
    {
        var account = await database.Accounts.SingleAsync(row => row.Id == id, cancellationToken);
        var locked = await lockOut.IsLockedAsync(account.UserName, address, null, cancellationToken);
        var proved = await hashing.VerifyAsync(account.PasswordHash, password, cancellationToken) && (account.TimeCodeSeed is null || (code is not null && codes.Accept(account, code)));
        if (proved && !locked)
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        await lockOut.FailedAsync(account.UserName, address, null, cancellationToken);
        return false;
    }

    public static string Normalise(string user) => user.Normalize(System.Text.NormalizationForm.FormKC).Trim().ToLowerInvariant();

    private async ValueTask<string> BeginAsync(string user, Account account, SignInAttempt attempt, Guid? device, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("sign-in", "security.session", account.Id.ToString()), cancellationToken);
        (account.FailedSinceSignIn, account.SignedInAt) = (0, clock.GetUtcNow());
        var sid = await sessions.BeginAsync(database, account, account.TimeCodeSeed is null ? "pwd" : "pwd totp", attempt.Address?.ToString(), cancellationToken);
        await lockOut.ForgetAsync(user, attempt.Address, device, cancellationToken);
        return tickets.Seal(sid, account.Id);
    }

    private async ValueTask RefuseAsync(string user, Account? account, IPAddress? address, Guid? device, CancellationToken cancellationToken)
    {
        await lockOut.FailedAsync(user, address, device, cancellationToken);
        if (account is not null)
        {
            account.FailedSinceSignIn++;
            await database.SaveChangesAsync(cancellationToken);
        }
        await audit.ReadAsync(new AuditEntry("sign-in", "security.session", account?.Id.ToString()) { Result = "denied" }, cancellationToken);
    }
}
