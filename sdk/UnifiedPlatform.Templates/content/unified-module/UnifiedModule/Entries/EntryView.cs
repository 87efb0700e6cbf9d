namespace UnifiedModule.Entries;

/// <summary>An entry as it is listed.</summary>
/// <param name="Id">Key.</param>
/// <param name="Title">What it is about.</param>
/// <param name="RecordedOn">Day it was recorded.</param>
/// <param name="Closed">Whether it is closed.</param>
public sealed record EntryView(Guid Id, string Title, DateOnly RecordedOn, bool Closed);
