using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Posts of the page on which a department without a module does its part.</summary>
internal static class PartPosts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/parts/{part}/take", TakeAsync).Needs(OneWindowPermissions.PartEdit).Changes();
        routes.MapPost("/parts/{part}/answer", AnswerAsync).Needs(OneWindowPermissions.PartEdit).Changes();
        routes.MapPost("/parts/{part}/fix", FixAsync).Needs(OneWindowPermissions.PartEdit).Changes();
        routes.MapPost("/parts/{part}/decline", DeclineAsync).Needs(OneWindowPermissions.PartEdit).Changes();
    }

    private static Task<IResult> TakeAsync(string part, FormState form, CaseCommands commands, ITexts texts, CancellationToken cancellationToken) =>
        ActAsync(part, form, new ActOnCaseRequest(CaseAction.Take), $"{CaseWords.Root}/parts/{part}", commands, texts, cancellationToken);

    private static Task<IResult> DeclineAsync(string part, FormState form, CaseCommands commands, ITexts texts, CancellationToken cancellationToken) =>
        ActAsync(part, form, new ActOnCaseRequest(CaseAction.Decline, Words: form.Optional("words")), $"{CaseWords.Root}/queues?done=decline", commands, texts, cancellationToken);

    private static Task<IResult> FixAsync(string part, FormState form, CaseCommands commands, ITexts texts, CancellationToken cancellationToken) =>
        ActAsync(part, form, new ActOnCaseRequest(CaseAction.AskFix, Points: CorrectionForms.Points(form)), $"{CaseWords.Root}/queues?done=askFix", commands, texts, cancellationToken);

    private static async Task<IResult> AnswerAsync(string part, FormState form, PartQueries parts, CaseCommands commands, IShell shell, ITexts texts, CancellationToken cancellationToken)
    {
        if (await parts.FindAsync(part, cancellationToken) is not { } work) return Results.NotFound();
        if (Code.Read<PartOpinion>(form["opinion"]) is not { } opinion) form.Errors.Add("opinion", texts[Keys.PartChoose]);
        else if (opinion == PartOpinion.Refused && work.Rule.Refusals.Count > 0 && form.Optional("refusal") is null) form.Errors.Add("refusal", texts["refusal.reason-missing"]);
        JsonElement? result = null;
        if (work is { First: true, Answer: { } shape })
        {
            var typed = AnswerWords.Read(shape, form, shell, texts);
            AnswerWords.Check(shape, typed, form, texts);
            result = typed;
        }
        var doneOn = form.Day("doneOn", shell);
        if (form.Errors.Any) return PageResults.Again<PartPage>(form, new { Part = part });
        return await ActAsync(
            part, form, new ActOnCaseRequest(CaseAction.Answer, Opinion: Code.Read<PartOpinion>(form["opinion"]), Refusal: form.Optional("refusal"), Words: form.Optional("words"), Result: result, DoneOn: doneOn),
            $"{CaseWords.Root}/queues?done=answer", commands, texts, cancellationToken);
    }

    private static async Task<IResult> ActAsync(string part, FormState form, ActOnCaseRequest request, string then, CaseCommands commands, ITexts texts, CancellationToken cancellationToken)
    {
        if (!PartRef.TryParse(part, out var reference)) return Results.NotFound();
        int? seen = int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
        var output = await commands.ActAsync(reference.CaseNumber, seen, request with { Part = reference.Part, Round = reference.Round }, cancellationToken);
        if (output.Refusal is not { } refusal) return PageResults.SeeOther(then);
        if (output.Reason?.Code is Codes.NoCase or Codes.NoPart) return Results.NotFound();
        CaseForms.Place(output, form, texts);
        return PageResults.Again<PartPage>(form, new { Part = part }, refusal.Status);
    }
}
