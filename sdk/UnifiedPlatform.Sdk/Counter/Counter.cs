using System.Text.Json;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Counter;

/// <inheritdoc cref="ICounter"/>
internal sealed class Counter(IOutbox outbox, IPartInputsBroker inputs, IActorAccessor accessor, ModuleInfo module, PartAnswerShapes shapes, IWorkCalendar calendar, TimeProvider clock) : ICounter
{
    private readonly Topic<PartReported> _topic = new($"{module.Id}.part-reported", 1, TopicOrder.Strict);

    public void Take(PartRef part, AccountId account) => Publish(new PartReported(part, "taken", account.Value, calendar.Today, null, null, null, null, null, null));

    public void Answer(PartRef part, PartAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var problems = shapes.Check(answer.Result);
        if (problems.Count > 0) throw new PartAnswerInvalidException([.. problems.Select(problem => problem.Pointer)]);
        JsonElement? result = answer.Result.ValueKind == JsonValueKind.Undefined ? null : answer.Result;
        // Names of files may name people; they are read by grant.
        var files = answer.Files.Select(file => file with { Name = "" }).ToList();
        Publish(new PartReported(part, "answered", answer.DoneBy.Value, answer.DoneOn, answer.Opinion, answer.Refusal, answer.Words, result, files, null));
    }

    public void AskFix(PartRef part, IReadOnlyList<FixPoint> points) => Publish(new PartReported(part, "fix-asked", By(), calendar.Today, null, null, null, null, null, points));

    public void Decline(PartRef part, string reason) => Publish(new PartReported(part, "declined", By(), calendar.Today, null, null, reason, null, null, null));

    public async ValueTask<PartInput?> ReadAsync(PartRef part, string purpose, CancellationToken cancellationToken) =>
        accessor.Actor is { } actor ? await inputs.ReadAsync(part, module.Id, actor, accessor.Rights.Roles, purpose, cancellationToken).ConfigureAwait(false) : null;

    // Reports of one part keep their order: the instant rises with each.
    private void Publish(PartReported report) => outbox.Publish(_topic, report.Ref.ToString(), clock.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond, report);

    private Guid By() => accessor.Actor?.Account.Value ?? Guid.Empty;
}
