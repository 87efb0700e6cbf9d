using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Posts of the pages of a case.</summary>
internal static class CaseForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases/{number}/actions", ActAsync).Needs(OneWindowPermissions.CaseView).Changes();
        routes.MapPost("/cases/{number}/rating", RateAsync).Needs(OneWindowPermissions.CaseEdit).Changes();
        routes.MapPost("/cases", Find).Needs(OneWindowPermissions.CaseView);
        routes.MapPost("/queues/claim", ClaimAsync).Needs(OneWindowPermissions.CaseView).Changes();
    }

    /// <summary>Puts a refusal at the field it speaks of.</summary>
    public static void Place(CaseOutput output, FormState form, ITexts texts)
    {
        var (reason, refusal) = (output.Reason!, output.Refusal!); // only called with a refusal
        switch (reason.Code)
        {
            case Codes.WordsUnfit: form.Errors.Add("words", refusal.Detail); break;
            case Codes.FieldNotOpen when reason.Pointers.Count == 0: form.Errors.Add("point", texts[Keys.CorrectionChoose]); break;
            case Codes.ReasonMissing when form.Has("refusal"): form.Errors.Add("refusal", refusal.Detail); break;
            case Codes.MaterialsMissing: form.Errors.Add("material", refusal.Detail); break;
            case Codes.HandlerUnknown: form.Errors.Add("route", refusal.Detail); break;
            case Codes.MemberMissing when reason.Pointers is ["outcome", ..]: form.Errors.Add("outcome", texts[Keys.DecisionChoose]); break;
            case Codes.MemberMissing when reason.Pointers is ["opinion", ..]: form.Errors.Add("opinion", texts[Keys.PartChoose]); break;
            default: form.Errors.Add("", refusal.Detail); break;
        }
    }

    private static async Task<IResult> ActAsync(string number, FormState form, CaseCommands commands, ITexts texts, CancellationToken cancellationToken)
    {
        if (Code.Read<CaseAction>(form["action"]) is not { } action) return Results.BadRequest();
        var route = form["route"].Split('|');
        var part = action == CaseAction.Reroute ? route[0] : form.Optional("part");
        if (action == CaseAction.Reroute && string.IsNullOrEmpty(part)) form.Errors.Add("route", texts[Keys.CaseRouteMissing]);
        else
        {
            var output = await commands.ActAsync(number, Seen(form), new ActOnCaseRequest(
                action, part, Refusal: form.Optional("refusal"), Words: form.Optional("words"), Outcome: Code.Read<CaseOutcome>(form["outcome"]), Method: Code.Read<DeliveryMethod>(form["method"]),
                Module: route is [_, { Length: > 0 } module] ? module : null, Materials: action == CaseAction.Accept ? form.All("material").ToDictionary(key => key, _ => MaterialStatus.Given) : null), cancellationToken);
            if (output.Refusal is null) return PageResults.SeeOther($"{CaseWords.Root}/cases/{number}?done={Code.Of(action)}");
            if (output.Reason?.Code == Codes.NoCase) return Results.NotFound();
            Place(output, form, texts);
            if (output.Refusal.Status is 409 or 403) return Again(form, number, output.Refusal.Status);
        }
        return Again(form, number, StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Again(FormState form, string number, int status) => form["from"] == "decision"
        ? PageResults.Again<DecisionPage>(form, new { Number = number }, status) : PageResults.Again<CasePage>(form, new { Number = number }, status);

    private static async Task<IResult> RateAsync(string number, FormState form, CaseDesk desk, ITexts texts, CancellationToken cancellationToken)
    {
        if (form.Number("rating", 1, 5, texts[Keys.RateChoose]) is not { } score) form.Errors.Add("rating", texts[Keys.RateChoose]);
        else
        {
            var output = await desk.RateAtCounterAsync(number, score, cancellationToken);
            if (output.Refusal is null) return PageResults.SeeOther($"{CaseWords.Root}/cases/{number}/rating?thanks=1");
            if (output.Reason?.Code == Codes.NoCase) return Results.NotFound();
            form.Errors.Add("", output.Refusal.Detail);
        }
        return PageResults.Again<RatingPage>(form, new { Number = number });
    }

    // A case number is no personal data: it may stand in an address.
    private static IResult Find(FormState form, ITexts texts, IShell shell)
    {
        if (CaseNumber.TryParse(form["number"], out var number, out var fault)) return PageResults.SeeOther($"{CaseWords.Root}/cases/{number}");
        form.Errors.Add("number", form.Optional("number") is null ? texts[Keys.CasesNumberMissing] : fault?.In(shell.Texts) ?? texts[Keys.CasesNumberMissing]);
        return PageResults.Again<CasesPage>(form);
    }

    private static async Task<IResult> ClaimAsync(FormState form, CaseCommands commands, CancellationToken cancellationToken)
    {
        var output = await commands.ActAsync(form["case"], null, new ActOnCaseRequest(CaseAction.Claim, Line: form.Optional("line")), cancellationToken);
        if (output.Refusal is null) return PageResults.SeeOther($"{CaseWords.Root}/cases/{form["case"]}");
        form.Errors.Add("", output.Refusal.Detail);
        return PageResults.Again<QueuesPage>(form, status: output.Refusal.Status);
    }

    internal static int? Seen(FormState form) => int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null;
}
