using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.ApiKeys;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Rights;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Identity.Setup;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Changes accounts, grants and keys in the caller's transaction. What it changes counts from the commit on: the next request sees it.</summary>
internal sealed class AccountAdministration(
    IdentityDbContext database, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, IActorAccessor acting, AccountDirectory directory, SessionStore sessions, ApiKeyStore keys, IAudit audit, ITexts texts, TimeProvider clock)
{
    private static readonly int[] RegionDigits = [6, 9, 12];

    /// <summary>Makes an account that waits for its owner. The secret goes into a link shown once.</summary>
    public async ValueTask<(Account Account, string Secret)> InviteAsync(NewAccount wanted, CancellationToken cancellationToken)
    {
        var secret = Links.New();
        var account = Add(wanted, AccountState.Invited);
        (account.InviteHash, account.InviteUntil) = (Links.Hash(secret), clock.GetUtcNow() + Links.Life);
        await database.SaveChangesAsync(cancellationToken);
        Record(account.Id, "create", "security.account");
        return (account, secret);
    }

    /// <summary>Makes an account that can act at once: machines, and people of the demo.</summary>
    public Account Add(NewAccount wanted, AccountState state)
    {
        var now = clock.GetUtcNow();
        var account = new Account
        {
            Id = new AccountId(Guid.CreateVersion7(now)), UserName = SignInService.Normalise(wanted.User), Name = wanted.Name, Kind = wanted.Kind, State = state,
            Department = wanted.Department, Region = wanted.Region, Responsible = wanted.Responsible, CreatedAt = now,
        };
        database.Accounts.Add(account);
        foreach (var grant in wanted.Grants) database.Grants.Add(Row(account.Id, grant, now));
        return account;
    }

    /// <summary>What forbids the grant; null: nothing.</summary>
    public async ValueTask<Refusal?> GrantAsync(AccountId id, NewGrant wanted, CancellationToken cancellationToken)
    {
        if (await database.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } account) return Refused("security.account-unknown", 404, Keys.SecurityAccountUnknown);
        if (IsOwn(id)) return Refused("security.own-account", 403, Keys.SecurityOwnAccount);
        if (Fault(wanted) is { } fault) return fault;
        if (await ExcludesAsync(account, wanted.Role, cancellationToken)) return Refused("security.officers-exclude", 422, Keys.SecurityOfficersExclude);
        database.Grants.Add(Row(id, wanted, clock.GetUtcNow()));
        await ChangedAsync(account, "grant", "security.grant", cancellationToken);
        return null;
    }

    public async ValueTask<Refusal?> EndGrantAsync(Guid grantId, CancellationToken cancellationToken)
    {
        if (await database.Grants.SingleOrDefaultAsync(row => row.Id == grantId && row.EndedAt == null, cancellationToken) is not { } grant) return Refused("security.grant-unknown", 404, Keys.SecurityGrantUnknown);
        if (IsOwn(grant.Account)) return Refused("security.own-account", 403, Keys.SecurityOwnAccount);
        (grant.EndedAt, grant.EndedBy) = (clock.GetUtcNow(), acting.Actor?.Account.Value);
        await ChangedAsync(await database.Accounts.SingleAsync(row => row.Id == grant.Account, cancellationToken), "grant", "security.grant", cancellationToken);
        return null;
    }

    /// <summary>Shuts the account with all its sessions and, by being responsible for them, its keys; or opens it again.</summary>
    public async ValueTask<Refusal?> SetActiveAsync(AccountId id, bool active, CancellationToken cancellationToken)
    {
        if (await database.Accounts.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } account) return Refused("security.account-unknown", 404, Keys.SecurityAccountUnknown);
        if (IsOwn(id)) return Refused("security.own-account", 403, Keys.SecurityOwnAccount);
        account.State = active ? account.PasswordHash is null && account.Kind != AccountKind.Machine ? AccountState.Invited : AccountState.Active : AccountState.Disabled;
        if (!active) await sessions.EndAllAsync(database, id, "revoked", cancellationToken);
        await ChangedAsync(account, "edit", "security.account", cancellationToken);
        return null;
    }

    /// <summary>A new link for an account whose owner must set a password.</summary>
    public async ValueTask<string?> InviteAgainAsync(AccountId id, CancellationToken cancellationToken)
    {
        if (await database.Accounts.SingleOrDefaultAsync(row => row.Id == id && row.Kind != AccountKind.Machine && row.State != AccountState.Disabled, cancellationToken) is not { } account || IsOwn(id)) return null;
        var secret = Links.New();
        (account.InviteHash, account.InviteUntil) = (Links.Hash(secret), clock.GetUtcNow() + Links.Life);
        await ChangedAsync(account, "edit", "security.account", cancellationToken);
        return secret;
    }

    /// <summary>Makes a machine account with its grants and a key. The text is shown once.</summary>
    public async ValueTask<string> CreateKeyAsync(NewAccount machine, NewApiKey wanted, CancellationToken cancellationToken)
    {
        var account = Add(machine, AccountState.Active);
        var text = keys.Create(database, account, wanted);
        await database.SaveChangesAsync(cancellationToken);
        Record(account.Id, "key", "security.key");
        return text;
    }

    public async ValueTask<Refusal?> RevokeKeyAsync(string id, CancellationToken cancellationToken)
    {
        if (await database.ApiKeys.SingleOrDefaultAsync(row => row.Id == id && row.RevokedAt == null, cancellationToken) is not { } key) return Refused("security.key-unknown", 404, Keys.SecurityKeyUnknown);
        key.RevokedAt = clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        unit.AfterCommit(keys.Forget);
        Record(key.Account, "key", "security.key");
        return null;
    }

    /// <summary>Role or post as typed; null when it can be given.</summary>
    public Refusal? Fault(NewGrant wanted)
    {
        if (!IsRole(wanted.Role)) return Refused("security.role-unknown", 422, Keys.SecurityRoleUnknown);
        var codes = wanted.Regions.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return codes.All(code => RegionDigits.Contains(code.Length) && code.All(char.IsAsciiDigit)) ? null : Refused("security.region-invalid", 422, Keys.SecurityRegionInvalid);
    }

    private static bool IsRole(string role) => RoleMatrix.Roles.Any(known => known.Key == role) || (role.Length is > 1 and <= 40 && role.All(c => char.IsAsciiLetterLower(c) || c == '-'));

    private async ValueTask<bool> ExcludesAsync(Account account, string role, CancellationToken cancellationToken)
    {
        var held = await database.Grants.Where(grant => grant.Account == account.Id && grant.EndedAt == null).Select(grant => grant.Role).ToListAsync(cancellationToken);
        var officer = RoleMatrix.Roles.Any(known => known.Key == role && known.Officer);
        return officer ? held.Any(other => other != role) : account.Kind == AccountKind.Officer;
    }

    private async ValueTask ChangedAsync(Account account, string act, string type, CancellationToken cancellationToken)
    {
        account.Stamp++;
        await database.SaveChangesAsync(cancellationToken);
        Record(account.Id, act, type);
        unit.AfterCommit(() => Forget(account.Id));
    }

    private void Forget(AccountId id)
    {
        directory.Forget(id);
        sessions.Forget(id);
    }

    private void Record(AccountId id, string act, string type) => audit.Changed(database, new AuditEntry(act, type, id.ToString()));

    private bool IsOwn(AccountId id) => acting.Actor?.Account == id;

    private Grant Row(AccountId account, NewGrant wanted, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), Account = account, Role = wanted.Role, Regions = wanted.Regions, Grids = wanted.Grids, Departments = wanted.Departments,
        From = now, Until = wanted.Until, GivenBy = acting.Actor?.Account.Value, Reason = wanted.Reason,
    };

    private Refusal Refused(string code, int status, string key) => new(code, status, texts[key]);
}
