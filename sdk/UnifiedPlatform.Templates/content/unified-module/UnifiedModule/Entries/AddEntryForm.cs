using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedModule.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedModule.Entries;

/// <summary>The page's form: the same use case as the API; refused, the page comes back with what was typed.</summary>
internal static class AddEntryForm
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/entries", async (FormState form, AddEntry use, CancellationToken cancellationToken) =>
        {
            var (_, refusal) = await use.RunAsync(new AddEntryRequest(form["title"]), cancellationToken);
            if (refusal is null) return PageResults.SeeOther("/m/module-id/entries");
            form.Errors.Add("title", refusal.Detail);
            return PageResults.Again<EntriesPage>(form, new { });
        })
        .Needs(Permissions.Edit).Changes();
}
