using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Keeps the language a person chose with the account, so that it is there on the next machine too. Implemented by the room that keeps accounts.</summary>
internal interface ILanguageChoice
{
    /// <summary>Keeps the choice.</summary>
    ValueTask KeepAsync(AccountId account, string language, CancellationToken cancellationToken);
}
