using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Lists;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Posts of the page on which a correction is asked and taken in.</summary>
internal static class CorrectionForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases/{number}/correction/ask", AskAsync).Needs(OneWindowPermissions.CaseEdit).Changes();
        routes.MapPost("/cases/{number}/correction", TakeAsync).Needs(OneWindowPermissions.CaseEdit).Changes();
    }

    /// <summary>The ticked points with the one sentence about them.</summary>
    public static IReadOnlyList<FixPoint> Points(FormState form)
    {
        var words = form.Optional("words");
        return [.. form.All("point").Select((point, i) => new FixPoint(point.StartsWith('/') ? point : null, point.StartsWith('/') ? null : point, "correct", i == 0 ? words : null))];
    }

    /// <summary>Puts a refusal at the points, the fields or the papers it speaks of.</summary>
    public static void Place(CaseOutput output, ServiceItem item, FormState form, ItemForm fields, ITexts texts)
    {
        var (reason, refusal) = (output.Reason!, output.Refusal!); // only called with a refusal
        if (reason.Code == Codes.CorrectionIncomplete) form.Errors.Add("point", texts.Format(Keys.CorrectionForgotten, Named(reason, item, texts)));
        else if (reason.Code is Codes.FormInvalid or Codes.CorrectionOpen)
        {
            var papers = reason.Pointers.Where(pointer => !fields.Place(pointer, item, form)).ToList();
            if (papers.Count > 0) form.Errors.Add("material", texts.Format(Keys.NewPaperMissing, Named(reason with { Pointers = papers }, item, texts)));
        }
        else CaseForms.Place(output, form, texts);
    }

    private static string Named(CaseRefusal reason, ServiceItem item, ITexts texts) => string.Join(texts[Keys.ListSeparator], reason.Pointers.Select(point => ItemWords.TitleOf(item, point)));

    private static Task<IResult> AskAsync(string number, FormState form, Corrections corrections, CaseCommands commands, ItemForm fields, ITexts texts, CancellationToken cancellationToken) =>
        ActAsync(number, form, _ => new ActOnCaseRequest(CaseAction.AskCorrection, Points: Points(form)), corrections, commands, fields, texts, cancellationToken);

    private static Task<IResult> TakeAsync(string number, FormState form, Corrections corrections, CaseCommands commands, ItemForm fields, ITexts texts, CancellationToken cancellationToken) =>
        ActAsync(number, form, sheet => new ActOnCaseRequest(
            form.Has("part") ? CaseAction.Fixed : CaseAction.Correct, form.Optional("part"), Form: sheet.Fields.Count == 0 ? null : fields.Values(sheet.Fields, form),
            Materials: form.All("material").ToDictionary(key => key, _ => MaterialStatus.Given)), corrections, commands, fields, texts, cancellationToken);

    private static async Task<IResult> ActAsync(
        string number, FormState form, Func<CorrectionSheet, ActOnCaseRequest> request, Corrections corrections, CaseCommands commands, ItemForm fields, ITexts texts, CancellationToken cancellationToken)
    {
        if (await corrections.FindAsync(number, form.Optional("part"), cancellationToken) is not { } sheet) return Results.NotFound();
        var wanted = request(sheet);
        if (form.Errors.Any) return Again(number, form, StatusCodes.Status422UnprocessableEntity);
        var output = await commands.ActAsync(number, CaseForms.Seen(form), wanted, cancellationToken);
        if (output.Refusal is not { } refusal) return PageResults.SeeOther($"{CaseWords.Root}/cases/{number}?done={Code.Of(wanted.Action)}");
        Place(output, sheet.File.Rules, form, fields, texts);
        return Again(number, form, refusal.Status);
    }

    private static IResult Again(string number, FormState form, int status) => PageResults.Again<CorrectionPage>(form, new { Number = number, Part = form.Optional("part") }, status);
}
