using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Actors of the journal in words.</summary>
internal static class Actors
{
    public static Act ActFor(this IActorAccessor accessor, string? reason) =>
        new(accessor.Actor is { Account.Value: var account } && account != Guid.Empty ? account.ToString("D") : Act.Host, reason ?? "");

    /// <summary>Names of the accounts among the actors; others are shown as they are.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesAsync(this IAccountNames names, IEnumerable<string> actors, CancellationToken cancellationToken)
    {
        var accounts = actors.Distinct(StringComparer.Ordinal).Select(actor => Guid.TryParse(actor, out var account) ? account : Guid.Empty).Where(account => account != Guid.Empty).Select(account => new AccountId(account)).ToArray();
        return (await names.OfAsync(accounts, cancellationToken)).ToDictionary(pair => pair.Key.ToString(), pair => pair.Value, StringComparer.Ordinal);
    }
}
