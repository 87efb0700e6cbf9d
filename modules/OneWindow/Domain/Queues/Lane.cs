namespace UnifiedPlatform.OneWindow.Domain.Queues;

/// <summary>Where in a queue a line stands.</summary>
public enum Lane
{
    ToReceive,
    ToAccept,
    WaitApplicant,
    ToRoute,
    ToDo,
    Parts,
    ToDecide,
    ToIssue,
    ToDeliver,
    Supervise,
}
