using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>A part task as lists and the API show it.</summary>
/// <param name="Part">Text form of the part, <c>number~part~round</c>.</param>
/// <param name="Item">Code of the service item.</param>
/// <param name="ItemTitle">Title of the service item.</param>
/// <param name="Title">Title of the part.</param>
/// <param name="ResidentId">Whom the case is about.</param>
/// <param name="Subject">Name of the person as far as the reader may see it.</param>
/// <param name="Address">Address of the person; null: none or not allowed.</param>
/// <param name="DueOn">Day it is due; null: unknown.</param>
/// <param name="Blocking">Whether the case waits for it.</param>
/// <param name="Paused">Whether the clocks stand.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="TakenBy">Account that took it.</param>
/// <param name="TakenByName">Name of who took it.</param>
/// <param name="Reason">Reason of a hand-back, or how it was settled; null: nothing to tell.</param>
/// <param name="Possible">Acts that are possible now.</param>
public sealed record PartTaskView(string Part, string Item, LocalizedText ItemTitle, LocalizedText Title, ResidentId ResidentId, string Subject, string? Address, DateOnly? DueOn,
    bool Blocking, bool Paused, PartTaskStatus Status, Guid? TakenBy, string? TakenByName, string? Reason, IReadOnlyList<PartTaskAction> Possible)
{
    /// <summary>The view of a task with what the register tells of its subject.</summary>
    public static PartTaskView Of(PartTask task, ResidentSummary? subject)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new(task.Ref.ToString(), task.Item, task.ItemTitle, task.Title, task.Subject, subject?.Name ?? "", subject?.Address, task.DueOn, task.Blocking, task.Paused,
            task.Status, task.TakenBy, task.TakenByName, task.DeclineReason ?? task.SettledAs, task.Possible);
    }
}
