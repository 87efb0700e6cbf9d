namespace UnifiedPlatform.OneWindow.Queues;

/// <summary>A day at the window.</summary>
/// <param name="Overdue">Lines past their day.</param>
/// <param name="Due">Lines due today.</param>
/// <param name="Waiting">Lines that wait for an applicant.</param>
/// <param name="ToDeliver">Results that wait to be made out or delivered.</param>
/// <param name="First">What to look after first.</param>
public sealed record QueueDay(int Overdue, int Due, int Waiting, int ToDeliver, IReadOnlyList<QueueEntry> First);
