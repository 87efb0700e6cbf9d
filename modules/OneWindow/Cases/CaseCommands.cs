using System.Text.Json;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>The use cases behind API and pages: turns what was posted into commands.</summary>
internal sealed class CaseCommands(CaseDesk desk, ItemCatalogue items, AnswerSchemas schemas, CaseRefusals refusals, IAccess access, IResidents residents, IWorkCalendar calendar)
{
    /// <summary>Receives and accepts a case. <paramref name="key"/>: the caller's idempotency key.</summary>
    public async Task<CaseOutput> OpenAsync(OpenCaseRequest request, string? key, CancellationToken cancellationToken)
    {
        var day = calendar.Today;
        if (await items.InForceAsync(request.Item, day, cancellationToken) is not { } item) return Refused(Codes.NotInForce);
        var values = Dossier.ValuesOf(item, request.Form, "applicant", day).ToList();
        if (request.Kept is { Count: > 0 } kept) values.AddRange(await KeptAsync(item, request.Resident, kept, cancellationToken));
        if (Strangers(item, request.Form).ToList() is { Count: > 0 } strangers) return new CaseOutput(null, new CaseRefusal(Codes.FormInvalid, null, [], strangers), refusals.Say(Codes.FormInvalid, strangers));
        return await desk.OpenAsync(new Opening(
            request.Item, request.Resident, request.Applicant ?? request.Resident, request.Answers, values, request.Materials, request.Accept,
            Opening.KeyOf(access.Actor, key)), cancellationToken);
    }

    /// <summary>Acts on a case. <paramref name="seen"/>: the version the person saw.</summary>
    public async Task<CaseOutput> ActAsync(string number, int? seen, ActOnCaseRequest request, CancellationToken cancellationToken)
    {
        if (Needed(request.Action) is { } permission && !access.May(permission)) return Refused(Codes.Forbidden);
        if (Missing(request) is { } missing) return Refused(Codes.MemberMissing, missing);
        return await desk.ActAsync(number, seen, loaded => Command(loaded, request), cancellationToken);
    }

    private CaseCommand Command(LoadedCase loaded, ActOnCaseRequest request)
    {
        var part = request.Part ?? "";
        var words = string.IsNullOrWhiteSpace(request.Words) ? null : request.Words.Trim();
        return request.Action switch
        {
            CaseAction.Accept => new CaseCommand.Accept(null, null, null, request.Materials),
            CaseAction.AskCorrection => new CaseCommand.AskCorrection(request.Points ?? []),
            CaseAction.Correct => new CaseCommand.Correct(new Correction(request.Form, request.Materials)),
            CaseAction.Take => new CaseCommand.Take(part, request.Round),
            CaseAction.Answer => Answer(loaded, request, words),
            CaseAction.Decline => new CaseCommand.Decline(part, request.Round, words ?? ""),
            CaseAction.Reroute => new CaseCommand.Reroute(part, request.Module, request.Org, request.Role, words ?? ""),
            CaseAction.AskFix => new CaseCommand.AskFix(part, request.Round, request.Points ?? []),
            CaseAction.Fixed => new CaseCommand.Fixed(part, new Correction(request.Form, request.Materials)),
            CaseAction.Remind => new CaseCommand.Remind(part),
            CaseAction.Decide => new CaseCommand.Decide(request.Outcome ?? CaseOutcome.Refused, request.Refusal, words),
            CaseAction.Reopen => new CaseCommand.Reopen(part, words ?? ""),
            CaseAction.Issue => new CaseCommand.Issue(),
            CaseAction.Deliver => new CaseCommand.Deliver(request.Method ?? DeliveryMethod.InPerson),
            CaseAction.Close => new CaseCommand.Close(request.Method ?? DeliveryMethod.InPerson),
            CaseAction.Withdraw => new CaseCommand.Withdraw(words),
            CaseAction.Claim => new CaseCommand.Claim(request.Line),
            CaseAction.Release => new CaseCommand.Release(request.Line),
            _ => new CaseCommand.Note(words ?? "", request.Part),
        };
    }

    private CaseCommand.Answer Answer(LoadedCase loaded, ActOnCaseRequest request, string? words)
    {
        var rule = loaded.Rules.FindPart(request.Part ?? "");
        var opinion = request.Opinion ?? PartOpinion.Recorded;
        JsonElement? result = request.Result is { ValueKind: JsonValueKind.Object } given ? given : null;
        return new CaseCommand.Answer(
            request.Part ?? "", request.Round, opinion, request.Refusal, words, result, rule is null ? null : schemas.Find(rule.Answer), Answers.HashOf(opinion, result, words), request.DoneOn ?? calendar.Today);
    }

    private async Task<IEnumerable<DossierValue>> KeptAsync(ServiceItem item, Guid resident, IReadOnlyList<string> kept, CancellationToken cancellationToken)
    {
        var fields = await residents.FieldsAsync(new ResidentId(resident), "one-window.accept", cancellationToken);
        return item.Form.Fields.Where(field => kept.Contains(field.Path)).Select(field => (field.Path, Value: Prefills.Of(field, fields)))
            .Where(field => field.Value is not null)
            .Select(field => new DossierValue(field.Path, JsonSerializer.SerializeToElement(field.Value!.Value), field.Value.Source, field.Value.AsOf, true)); // filtered above
    }

    // A member that no field shows would be lost without a word: it is refused like an unknown member of any request.
    private static IEnumerable<string> Strangers(ServiceItem item, JsonElement form) => form.ValueKind != JsonValueKind.Object ? ["#type"]
        : form.EnumerateObject().Select(member => "/" + Pointer.Escape(member.Name))
            .Where(pointer => !item.Form.Fields.Any(field => field.Path == pointer || field.Path.StartsWith(pointer + "/", StringComparison.Ordinal))).Select(pointer => pointer + "#additionalProperties");

    private static string? Needed(CaseAction action) => action switch
    {
        CaseAction.Take or CaseAction.Answer or CaseAction.Decline or CaseAction.AskFix => OneWindowPermissions.PartEdit,
        CaseAction.Decide or CaseAction.Reopen => OneWindowPermissions.CaseDecide,
        CaseAction.Claim or CaseAction.Release or CaseAction.Note or CaseAction.Reroute => null,
        _ => OneWindowPermissions.CaseEdit,
    };

    private static string? Missing(ActOnCaseRequest request) => request.Action switch
    {
        CaseAction.Decide when request.Outcome is null => "outcome",
        CaseAction.Answer when request.Opinion is null => "opinion",
        var action when Allowed.IsOfPart(action) && string.IsNullOrEmpty(request.Part) => "part",
        CaseAction.Receive or CaseAction.Rate => "action",
        _ => null,
    };

    private CaseOutput Refused(string code, params IReadOnlyList<string> pointers) => new(null, new CaseRefusal(code, null, [], pointers), refusals.Say(code, pointers));
}
