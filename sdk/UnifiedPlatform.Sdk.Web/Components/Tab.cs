namespace UnifiedPlatform.Sdk.Web.Components;

/// <summary>A tab: a link with a count.</summary>
/// <param name="Title">Title.</param>
/// <param name="Address">Address.</param>
/// <param name="Current">Whether it is the page shown.</param>
/// <param name="Count">Count; null: none.</param>
/// <param name="Tone">Tone of the count.</param>
public sealed record Tab(string Title, string Address, bool Current = false, int? Count = null, Tone Tone = Tone.Idle);
