using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>The language as a setting of the account.</summary>
internal sealed class LanguageChoice(IdentityDbContext database) : ILanguageChoice
{
    public async ValueTask KeepAsync(AccountId account, string language, CancellationToken cancellationToken)
    {
        var row = await database.Accounts.SingleAsync(one => one.Id == account, cancellationToken);
        if (row.Language == language) return;
        row.Language = language;
        await database.SaveChangesAsync(cancellationToken);
    }
}
