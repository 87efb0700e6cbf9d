using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Parts;

/// <summary>Applies what the modules report about their parts, and answers each report: applied, late or rejected. Never dropped.</summary>
[Consumes("*.part-reported", 1)]
internal sealed class PartReports(OneWindowDbContext database, CaseDesk desk, CaseMessages messages, AnswerSchemas schemas, CaseLog log) : IConsume<PartReported>
{
    public async ValueTask ApplyAsync(IReadOnlyList<Delivered<PartReported>> batch, DbTransaction target, CancellationToken cancellationToken)
    {
        foreach (var report in batch)
        {
            var settled = await SettleAsync(report, cancellationToken);
            messages.Settle(settled, report.KeyVersion);
            await database.SaveChangesAsync(cancellationToken);
            database.ChangeTracker.Clear();
        }
    }

    private async Task<PartSettled> SettleAsync(Delivered<PartReported> report, CancellationToken cancellationToken)
    {
        var part = report.Body.Ref;
        await desk.LockAsync(part.CaseNumber, cancellationToken);
        if (await database.Cases.BeyondAccess("a module reports on the case it was asked about").FirstOrDefaultAsync(row => row.Number == part.CaseNumber, cancellationToken) is not { } row) return new PartSettled(part, report.EventId, "rejected", Codes.NoCase);
        if (await CommandAsync(row, report, cancellationToken) is not { } command) return new PartSettled(part, report.EventId, "rejected", "kind-unknown");

        var output = await desk.ReportAsync(row, command, report.Source, report.Body.By, $"report:{report.EventId:N}", cancellationToken);
        if (output.Reason is not { } reason) return new PartSettled(part, report.EventId, "applied", null);
        database.ChangeTracker.Clear();
        if (reason.Code is not (Codes.Ended or Codes.Superseded)) return new PartSettled(part, report.EventId, "rejected", reason.Code == Codes.AnswerInvalid ? "schema" : reason.Code);
        await NoteAsync(row.Id, report, reason.Code, cancellationToken);
        return new PartSettled(part, report.EventId, "late", reason.Code);
    }

    private async Task<CaseCommand?> CommandAsync(CaseRow row, Delivered<PartReported> report, CancellationToken cancellationToken)
    {
        var (body, part) = (report.Body, report.Body.Ref);
        switch (body.Kind)
        {
            case "taken": return new CaseCommand.Take(part.Part, part.Round);
            case "declined": return new CaseCommand.Decline(part.Part, part.Round, body.Words ?? "");
            case "fix-asked": return new CaseCommand.AskFix(part.Part, part.Round, body.Points ?? []);
            case "answered":
                var rules = (await log.LoadAsync(row, cancellationToken)).Rules;
                var opinion = body.Opinion ?? PartOpinion.Recorded;
                JsonElement? result = body.Result is { ValueKind: JsonValueKind.Object } given ? given : null;
                var shape = rules.FindPart(part.Part) is { } rule ? schemas.Find(rule.Answer) : null;
                return new CaseCommand.Answer(part.Part, part.Round, opinion, body.Refusal, body.Words, result, shape, Answers.HashOf(opinion, result, body.Words), body.DoneOn);
            default: return null;
        }
    }

    // Work that came too late is not thrown away: it stays on the case as a note.
    private async Task NoteAsync(Guid caseId, Delivered<PartReported> report, string code, CancellationToken cancellationToken)
    {
        var row = await database.Cases.BeyondAccess("a module reports on the case it was asked about").FirstAsync(row => row.Id == caseId, cancellationToken);
        var key = string.Create(CultureInfo.InvariantCulture, $"late:{report.EventId:N}");
        if (await database.Events.AnyAsync(happened => happened.CaseId == caseId && happened.Key == key, cancellationToken)) return;
        row.Seq++;
        database.Events.Add(CaseLog.Row(caseId, new CaseEvent(
            row.Seq, EventKinds.Noted, report.Body.DoneOn, report.OccurredAt, report.Body.By, null, null, report.Body.Ref.Part, key,
            new EventData { Round = report.Body.Ref.Round, Module = report.Source, Opinion = report.Body.Opinion, Method = $"late:{code}", Words = OfficialWords.Fit(report.Body.Words) ? report.Body.Words : null })));
        await database.SaveChangesAsync(cancellationToken);
    }
}
