namespace UnifiedPlatform.Sdk.Access;

/// <summary>Names of the people and machines behind accounts, to say on a page who did something. Imported from the host.</summary>
public interface IAccountNames
{
    /// <summary>Names of the accounts that exist; an unknown one is left out.</summary>
    ValueTask<IReadOnlyDictionary<AccountId, string>> OfAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancellationToken);
}
