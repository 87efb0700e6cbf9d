using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>What a person does with a part on a module's workbench: find, take, answer, hand back. Each act changes the task and tells the counter in the caller's transaction.</summary>
/// <typeparam name="TTask">The module's own task.</typeparam>
/// <param name="database">The module's context.</param>
/// <param name="rules">Names of the resource.</param>
/// <param name="access">Rights.</param>
/// <param name="counter">The counter.</param>
/// <param name="audit">Audit.</param>
/// <param name="residents">The register, for names in lists.</param>
/// <param name="shell">Texts of the frame.</param>
/// <param name="clock">Time.</param>
public sealed class PartDesk<TTask>(DbContext database, PartDeskRules<TTask> rules, IAccess access, ICounter counter, IAudit audit, IResidents residents, IShell shell, TimeProvider clock)
    where TTask : PartTask
{
    private ITexts Texts => shell.Texts;

    /// <summary>The tasks the actor may see.</summary>
    public IQueryable<TTask> Visible => access.Query<TTask>(database, rules.View);

    /// <summary>One task by the text form of its part; null: none, or none the actor may see.</summary>
    public async ValueTask<TTask?> FindAsync(string part, CancellationToken cancellationToken) => await FindAsync(part, rules.View, cancellationToken);

    /// <summary>One task as lists show it.</summary>
    public async ValueTask<(PartTaskView? Task, Refusal? Refusal)> ShowAsync(string part, CancellationToken cancellationToken)
    {
        if (await FindAsync(part, cancellationToken) is not { } task) return (null, Unknown());
        var subject = (await residents.SummariesAsync([task.Subject], cancellationToken)).GetValueOrDefault(task.Subject);
        await audit.ReadAsync(new AuditEntry("view", rules.Resource, task.Id.ToString("D")) { Subjects = [task.Subject.Value], CaseNumber = task.CaseNumber }, cancellationToken);
        return (PartTaskView.Of(task, subject), null);
    }

    /// <summary>One tab of the workbench, what is due first.</summary>
    public async ValueTask<Page<PartTaskView>> ListAsync(PartTaskFilter filter, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = await Cursor.ReadAsync(In(filter).OrderBy(task => task.DueOn == null).ThenBy(task => task.DueOn).ThenBy(task => task.Id), limit, cursor, cancellationToken);
        var subjects = await residents.SummariesAsync([.. page.Items.Select(task => task.Subject).Distinct()], cancellationToken);
        await audit.ReadAsync(new AuditEntry("list", rules.Resource, null) { Subjects = [.. page.Items.Select(task => task.Subject.Value).Distinct()] }, cancellationToken);
        return page.Select(task => PartTaskView.Of(task, subjects.GetValueOrDefault(task.Subject)));
    }

    /// <summary>Rows of each tab.</summary>
    public async ValueTask<IReadOnlyDictionary<PartTaskFilter, int>> CountsAsync(CancellationToken cancellationToken)
    {
        var counts = new Dictionary<PartTaskFilter, int>();
        foreach (var filter in Enum.GetValues<PartTaskFilter>()) counts[filter] = await In(filter).CountAsync(cancellationToken);
        return counts;
    }

    /// <summary>What the counter lets the actor read of an open part; null: the grant has ended.</summary>
    public async ValueTask<PartInput?> InputAsync(TTask task, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.Status is PartTaskStatus.Open or PartTaskStatus.Taken ? await counter.ReadAsync(task.Ref, "case-work", cancellationToken) : null;
    }

    /// <summary>Takes the part for the actor.</summary>
    public async ValueTask<Refusal?> TakeAsync(string part, CancellationToken cancellationToken)
    {
        if (await FindAsync(part, rules.Edit, cancellationToken) is not { } task) return Unknown();
        if (!task.Take(access.Actor)) return WrongState(task);
        counter.Take(task.Ref, access.Actor.Account);
        await SaveAsync(task, "edit", ["status", "takenBy"], cancellationToken);
        return null;
    }

    /// <summary>Hands the part back to the counter.</summary>
    public async ValueTask<Refusal?> DeclineAsync(string part, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > PartDeskRules.ReasonLength) return new Refusal($"{rules.Module}.reason-missing", 422, Texts["part.reason-missing"]);
        if (await FindAsync(part, rules.Edit, cancellationToken) is not { } task) return Unknown();
        if (Foreign(task) is { } foreign) return foreign;
        if (!task.Decline(reason.Trim(), clock.GetUtcNow())) return WrongState(task);
        counter.Decline(task.Ref, reason.Trim());
        await SaveAsync(task, "decide", ["status", "declineReason"], cancellationToken);
        return null;
    }

    /// <summary>Sends the answer to the counter.</summary>
    /// <param name="part">Text form of the part.</param>
    /// <param name="keep">Writes the answer's own columns on the task; runs when the act is possible.</param>
    /// <param name="answer">Makes the answer.</param>
    /// <param name="cancellationToken">Cancellation.</param>
    public async ValueTask<Refusal?> AnswerAsync(string part, Action<TTask> keep, Func<TTask, PartAnswer> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keep);
        ArgumentNullException.ThrowIfNull(answer);
        if (await FindAsync(part, rules.Edit, cancellationToken) is not { } task) return Unknown();
        if (Foreign(task) is { } foreign) return foreign;
        if (!task.Answer(clock.GetUtcNow())) return WrongState(task);
        keep(task);
        counter.Answer(task.Ref, answer(task));
        await SaveAsync(task, "decide", ["status", "answer"], cancellationToken);
        return null;
    }

    /// <summary>The refusal of an act the state does not allow: what is, and what is possible.</summary>
    public Refusal WrongState(TTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var state = Code.Of(task.Status);
        var possible = task.Possible.Select(Code.Of).ToArray();
        var words = possible.Length == 0 ? Texts["part.nothing-possible"] : string.Join(Texts["part.separator"], possible.Select(action => Texts[$"part.action.{action}"]));
        return new Refusal($"{rules.Module}.part-wrong-state", 409, Texts.Format("part.wrong-state", Texts[$"part.status.{state}"], words),
            new Dictionary<string, object?> { ["state"] = state, ["possible"] = possible });
    }

    private IQueryable<TTask> In(PartTaskFilter filter)
    {
        var me = access.Actor.Account.Value;
        return filter switch
        {
            PartTaskFilter.Mine => Visible.Where(task => task.Status == PartTaskStatus.Taken && task.TakenBy == me),
            PartTaskFilter.Sent => Visible.Where(task => task.Status == PartTaskStatus.Reported),
            PartTaskFilter.Past => Visible.Where(task => task.Status == PartTaskStatus.Done || task.Status == PartTaskStatus.Declined || task.Status == PartTaskStatus.Ended),
            _ => Visible.Where(task => task.Status == PartTaskStatus.Open || task.Status == PartTaskStatus.Taken),
        };
    }

    private Refusal? Foreign(TTask task) => task.Status == PartTaskStatus.Taken && task.TakenBy != access.Actor.Account.Value
        ? new Refusal($"{rules.Module}.part-taken-by-other", 409, Texts.Format("part.taken-by-other", task.TakenByName), new Dictionary<string, object?> { ["state"] = "taken", ["possible"] = Array.Empty<string>() })
        : null;

    private Refusal Unknown() => new($"{rules.Module}.part-unknown", 404, Texts["part.unknown"]);

    private async Task<TTask?> FindAsync(string part, string permission, CancellationToken cancellationToken) => PartRef.TryParse(part, out var key)
        ? await access.Query<TTask>(database, permission).SingleOrDefaultAsync(task => task.CaseNumber == key.CaseNumber && task.Part == key.Part && task.Round == key.Round, cancellationToken)
        : null;

    private async Task SaveAsync(TTask task, string act, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        audit.Changed(database, new AuditEntry(act, rules.Resource, task.Id.ToString("D")) { Subjects = [task.Subject.Value], CaseNumber = task.CaseNumber, Fields = fields });
        await database.SaveChangesAsync(cancellationToken);
    }
}
