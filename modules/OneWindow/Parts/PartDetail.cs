using System.Text.Json;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Parts;

/// <summary>A part as the API gives it.</summary>
/// <param name="Case">Number of its case.</param>
/// <param name="Item">Title of the item.</param>
/// <param name="Part">The part.</param>
/// <param name="Input">What the handler reads; null: not (or no longer) theirs.</param>
/// <param name="Answer">Schema of the answer; null: words only, or it is given already.</param>
/// <param name="Actions">What this person may do with it.</param>
public sealed record PartDetail(string Case, LocalizedText Item, PartView Part, PartInput? Input, JsonElement? Answer, IReadOnlyList<CaseAction> Actions);
