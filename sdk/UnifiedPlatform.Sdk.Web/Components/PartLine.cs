using Microsoft.AspNetCore.Components;

namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A department's part of a case as the counter sees it.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Module">Module id, or <c>host</c> for a department without one.</param>
/// <param name="Holder">Who has it now.</param>
/// <param name="HolderNote">Since when, or what it waits for.</param>
/// <param name="Tone">Tone of the state.</param>
/// <param name="State">State in words; a blocking part says so by itself.</param>
/// <param name="Limit">Its limit; null: none.</param>
/// <param name="Blocking">Whether the case is held up here.</param>
/// <param name="Address">Where the part opens; null: nowhere for this reader.</param>
public sealed record PartLine(
    string Title, string Module, string Holder, string? HolderNote, Tone Tone, string State, RenderFragment? Limit = null, bool Blocking = false, string? Address = null);
