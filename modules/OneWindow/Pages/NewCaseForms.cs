using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Drafts;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Posts of the page on which a case is taken down.</summary>
internal static class NewCaseForms
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases/new", PostAsync).Needs(OneWindowPermissions.CaseCreate).Changes(first: KeepAsync);
        routes.MapPost("/cases/new/papers", PapersAsync).Needs(OneWindowPermissions.CaseCreate);
    }

    private static Task<IResult> PostAsync(Guid resident, FormState form, HttpContext http, NewCases cases, NewCaseReader reader, CaseCommands commands, CaseDrafts drafts, CancellationToken cancellationToken) => form["do"] switch
    {
        "accept" => OpenAsync(resident, form, true, cases, reader, commands, drafts, cancellationToken),
        "receive" => OpenAsync(resident, form, false, cases, reader, commands, drafts, cancellationToken),
        "discard" => DiscardAsync(resident, drafts, cancellationToken),
        var act => SaveAsync(resident, form, http.Request.Form.Keys, act, drafts, cancellationToken),
    };

    private static async Task<IResult> OpenAsync(
        Guid resident, FormState form, bool accept, NewCases cases, NewCaseReader reader, CaseCommands commands, CaseDrafts drafts, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(resident, form, null, cancellationToken) is not { } draft) return Results.NotFound();
        if (draft.Item is not { } item) return PageResults.SeeOther(Address(resident));
        var request = await reader.ReadAsync(draft, item, accept, cancellationToken);
        if (form.Errors.Any) return PageResults.Again<NewCasePage>(form);
        var output = await commands.OpenAsync(request, form.Optional("_key"), cancellationToken);
        if (output.Refusal is { } refusal)
        {
            reader.Place(output.Reason!, refusal.Detail, item, form); // a refusal has its reason
            return PageResults.Again<NewCasePage>(form, status: refusal.Status);
        }
        await drafts.DropAsync(resident, cancellationToken);
        var number = output.Case!.Row.Number; // without a refusal there is a case
        return PageResults.SeeOther(accept ? $"{CaseWords.Root}/cases/{number}/receipt" : $"{CaseWords.Root}/cases/{number}?done=receive");
    }

    private static async Task<IResult> DiscardAsync(Guid resident, CaseDrafts drafts, CancellationToken cancellationToken)
    {
        await drafts.DropAsync(resident, cancellationToken);
        return PageResults.SeeOther(Address(resident));
    }

    private static async Task<IResult> SaveAsync(Guid resident, FormState form, IEnumerable<string> names, string act, CaseDrafts drafts, CancellationToken cancellationToken)
    {
        await drafts.KeepAsync(resident, form["item"], Typed(form, names), null, cancellationToken);
        return PageResults.SeeOther(act switch
        {
            "notice" => $"{CaseWords.Root}/cases/new/notice?resident={resident:D}",
            "draft" => Address(resident) + "&saved=1",
            _ => Address(resident) + "&goes=on",
        });
    }

    private static async Task<IResult> PapersAsync(Guid resident, FormState form, NewCases cases, CancellationToken cancellationToken) =>
        await cases.PapersAsync(resident, form, cancellationToken) is var (item, papers) ? PageResults.Fragment<NewCasePapersPanel>(new { Item = item, Papers = papers, State = form }) : Results.NotFound();

    // What was typed for an acceptance is kept before it is judged: neither a refusal nor a fault takes it away, and any desk finds it again. The acceptance drops it.
    private static async ValueTask KeepAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = await FormState.ReadAsync(http.Request, cancellationToken);
        if (form["do"] is not ("accept" or "receive") || !Guid.TryParse(http.Request.Query["resident"], out var resident)) return;
        await http.RequestServices.GetRequiredService<CaseDrafts>().KeepAsync(resident, form["item"], Typed(form, http.Request.Form.Keys), form.Optional("_key"), cancellationToken);
    }

    // Identity numbers are never kept.
    private static Dictionary<string, IReadOnlyList<string>> Typed(FormState form, IEnumerable<string> names) =>
        names.Where(name => name is not ['_', ..] and not "do" and not "proxy-id").ToDictionary(name => name, name => form.All(name));

    private static string Address(Guid resident) => $"{CaseWords.Root}/cases/new?resident={resident:D}";
}
