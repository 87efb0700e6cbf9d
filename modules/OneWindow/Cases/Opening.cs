using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>What is handed in at the counter.</summary>
/// <param name="Item">Code of the service item.</param>
/// <param name="Subject">Whom the case is about.</param>
/// <param name="Applicant">Who applies.</param>
/// <param name="Questions">Answers to the questions of the item.</param>
/// <param name="Values">Values of the form.</param>
/// <param name="Materials">Papers by key.</param>
/// <param name="Accept">Accept at once; false: receive only.</param>
/// <param name="CreateKey">Key under which a repeated wish finds the first case.</param>
internal sealed record Opening(
    string Item, Guid Subject, Guid Applicant, IReadOnlyDictionary<string, JsonElement> Questions, IReadOnlyList<DossierValue> Values,
    IReadOnlyDictionary<string, MaterialStatus> Materials, bool Accept, string? CreateKey)
{
    /// <summary>The create key of a caller's idempotency key; null: the caller gave none.</summary>
    public static string? KeyOf(Actor actor, string? key) => key is null ? null : $"{actor.Account}:{key}";
}
