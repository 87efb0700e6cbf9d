using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.SignIn;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Sets passwords by the rules of the profile.</summary>
internal sealed class Passwords(IdentityDbContext database, PasswordHashing hashing, IConfiguration settings, TimeProvider clock)
{
    private const int Remembered = 5;

    /// <summary>Text key of what is wrong; null: the password is set on the account, to be saved by the caller.</summary>
    public async ValueTask<string?> SetAsync(Account account, string password, CancellationToken cancellationToken)
    {
        if (PasswordRules.Fault(password, Context(account), Classes) is { } fault) return fault;
        var former = await database.FormerPasswords.Where(row => row.Account == account.Id).OrderByDescending(row => row.At).Take(Remembered).ToListAsync(cancellationToken);
        foreach (var used in former)
            if (await hashing.VerifyAsync(used.Hash, password, cancellationToken)) return Keys.PasswordUsedBefore;

        var now = clock.GetUtcNow();
        (account.PasswordHash, account.PasswordSetAt) = (await hashing.HashAsync(password, cancellationToken), now);
        account.Stamp++;
        database.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(now), Account = account.Id, Hash = account.PasswordHash, At = now });
        return null;
    }

    private bool Classes => settings["Security:PasswordProfile"] is null or "mlps3";

    private IEnumerable<string> Context(Account account) =>
        [account.UserName, account.Name, .. account.Department is { } department ? new[] { department } : [], clock.GetUtcNow().Year.ToString(System.Globalization.CultureInfo.InvariantCulture)];
}
