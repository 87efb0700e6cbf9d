using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Names from the directory, which knows every account in use by heart.</summary>
internal sealed class AccountNames(AccountDirectory directory) : IAccountNames
{
    public async ValueTask<IReadOnlyDictionary<AccountId, string>> OfAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AccountId, string>();
        foreach (var id in accounts)
            if (await directory.FindAsync(id, null, null, cancellationToken) is { } known) names[id] = known.Name;
        return names;
    }
}
