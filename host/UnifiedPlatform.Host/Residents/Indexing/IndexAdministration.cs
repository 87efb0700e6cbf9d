using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
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
        api.MapPost("/" + Acts, async (string act, IndexKeeper keeper, IAudit audit, CancellationToken cancellationToken) =>
        {
            await AskAsync(act, keeper, audit, cancellationToken);
            return TypedResults.Accepted((string?)null);
        }).WithName("AskOfResidentIndex").Needs(Administer);
        routes.MapPost($"{Page}/{Acts}", async (string act, IndexKeeper keeper, IAudit audit, CancellationToken cancellationToken) =>
        {
            await AskAsync(act, keeper, audit, cancellationToken);
            return PageResults.SeeOther(Page + "?asked=1");
        }).Needs(Administer);
    }

    private static async ValueTask AskAsync(string act, IndexKeeper keeper, IAudit audit, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("job", "system.index", "resident-index") { Reason = act }, cancellationToken);
        keeper.Ask(Enum.Parse<IndexAct>(act, ignoreCase: true));
    }
}
