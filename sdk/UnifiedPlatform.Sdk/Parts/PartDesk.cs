using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Failures;
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
/// <param name="shell">Texts of the frame.</param>
/// <param name="clock">Time.</param>
public sealed class PartDesk<TTask>(DbContext database, PartDeskRules<TTask> rules, IAccess access, ICounter counter, IAudit audit, IShell shell, TimeProvider clock)
    where TTask : PartTask
{
    private ITexts Texts => shell.Texts;

    /// <summary>The tasks the actor may see.</summary>
    public IQueryable<TTask> Visible => access.Query<TTask>(database, rules.View);

    /// <summary>One task by the text form of its part; null: none, or none the actor may see.</summary>
    public async ValueTask<TTask?> FindAsync(string part, CancellationToken cancellationToken) => await FindAsync(part, rules.View, cancellationToken).ConfigureAwait(false);

    /// <summary>Takes the part for the actor.</summary>
    public async ValueTask<Refusal?> TakeAsync(string part, CancellationToken cancellationToken)
    {
        if (await FindAsync(part, rules.Edit, cancellationToken).ConfigureAwait(false) is not { } task) return Unknown();
        if (!task.Take(access.Actor)) return WrongState(task);
        counter.Take(task.Ref, access.Actor.Account);
        await SaveAsync(task, "edit", ["status", "takenBy"], cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Hands the part back to the counter.</summary>
    public async ValueTask<Refusal?> DeclineAsync(string part, string reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500) return new Refusal($"{rules.Module}.reason-missing", 422, Texts["part.reasonMissing"]);
        if (await FindAsync(part, rules.Edit, cancellationToken).ConfigureAwait(false) is not { } task) return Unknown();
        if (Foreign(task) is { } foreign) return foreign;
        if (!task.Decline(reason.Trim(), clock.GetUtcNow())) return WrongState(task);
        counter.Decline(task.Ref, reason.Trim());
        await SaveAsync(task, "decide", ["status", "declineReason"], cancellationToken).ConfigureAwait(false);
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
        if (await FindAsync(part, rules.Edit, cancellationToken).ConfigureAwait(false) is not { } task) return Unknown();
        if (Foreign(task) is { } foreign) return foreign;
        if (!task.Answer(clock.GetUtcNow())) return WrongState(task);
        keep(task);
        counter.Answer(task.Ref, answer(task));
        await SaveAsync(task, "decide", ["status", "answer"], cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>The refusal of an act the state does not allow: what is, and what is possible.</summary>
    public Refusal WrongState(TTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var state = Name(task.Status.ToString());
        var possible = task.Possible.Select(action => Name(action.ToString())).ToArray();
        var words = possible.Length == 0 ? Texts["part.nothingPossible"] : string.Join(Texts["list.separator"], possible.Select(action => Texts[$"part.action.{action}"]));
        return new Refusal($"{rules.Module}.part-wrong-state", 409, Texts.Format("part.wrongState", Texts[$"part.status.{state}"], words),
            new Dictionary<string, object?> { ["state"] = state, ["possible"] = possible });
    }

    private Refusal? Foreign(TTask task) => task.Status == PartTaskStatus.Taken && task.TakenBy != access.Actor.Account.Value
        ? new Refusal($"{rules.Module}.part-taken-by-other", 409, Texts.Format("part.takenByOther", task.TakenByName), new Dictionary<string, object?> { ["state"] = "taken", ["possible"] = Array.Empty<string>() })
        : null;

    private Refusal Unknown() => new($"{rules.Module}.part-unknown", 404, Texts["part.unknown"]);

    private async Task<TTask?> FindAsync(string part, string permission, CancellationToken cancellationToken) => PartRef.TryParse(part, out var key)
        ? await access.Query<TTask>(database, permission).SingleOrDefaultAsync(task => task.CaseNumber == key.CaseNumber && task.Part == key.Part && task.Round == key.Round, cancellationToken).ConfigureAwait(false)
        : null;

    private async Task SaveAsync(TTask task, string act, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        audit.Changed(database, new AuditEntry(act, rules.Resource, task.Id.ToString("D")) { Subjects = [task.Subject.Value], CaseNumber = task.CaseNumber, Fields = fields });
        await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Name(string value) => char.ToLowerInvariant(value[0]) + value[1..];
}
