using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>The index for administrators: <c>/api/admin/resident-index</c> and the buttons of its page.</summary>
internal static class IndexAdministration
{
    public const string View = "system.index.view", Administer = "system.index.administer", Page = "/admin/resident-index";

    private const string Acts = "{act:regex(^(rebuild|compare|return)$)}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/admin/resident-index").WithTags("Resident index");
        api.MapGet("", (IndexReports reports, CancellationToken cancellationToken) => reports.ReadAsync(cancellationToken)).WithName("ReadResidentIndex").Needs(View);
        api.MapPost("/" + Acts, (string act, IndexActs acts, CancellationToken cancellationToken) => acts.AskAsync(act, TypedResults.Accepted((string?)null), cancellationToken)).WithName("AskOfResidentIndex").Needs(Administer);
        routes.MapPost($"{Page}/{Acts}", (string act, IndexActs acts, CancellationToken cancellationToken) => acts.AskAsync(act, PageResults.SeeOther(Page + "?asked=1"), cancellationToken)).Needs(Administer);
    }
}
