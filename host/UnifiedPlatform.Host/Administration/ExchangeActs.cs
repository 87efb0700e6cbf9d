using UnifiedPlatform.Host.Exchange;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Administration;

/// <summary>Buttons of the exchange page. Each act can be repeated without harm: the inbox sorts out what was applied before.</summary>
internal static class ExchangeActs
{
    private const string Permission = "system.exchange.administer";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/admin/exchange/{source}/{topic}/{consumer}/{act:regex(^(run|pause|resume)$)}", ActAsync).Needs(Permission);
        routes.MapPost("/admin/exchange/dead-letters/{consumer}/{id:guid}/replay", ReplayAsync).Needs(Permission);
        routes.MapPost("/admin/exchange/dead-letters/{consumer}/{id:guid}/discard", DiscardAsync).Needs(Permission);
    }

    private static async Task<IResult> ActAsync(string source, string topic, string consumer, string act, IExchangeStatus exchange, IAudit audit, CancellationToken cancellationToken)
    {
        var arrow = new Arrow(source, topic, consumer);
        await audit.ReadAsync(new AuditEntry("config", "system.exchange", $"{topic}/{consumer}") { Reason = act }, cancellationToken);
        var found = act == "run"
            ? await exchange.RunAsync(arrow, cancellationToken) is not null
            : await exchange.PauseAsync(arrow, act == "pause", cancellationToken);
        return found ? PageResults.SeeOther($"/admin/exchange?did={act}") : TypedResults.NotFound();
    }

    private static async Task<IResult> ReplayAsync(string consumer, Guid id, IExchangeStatus exchange, IAccess access, IAudit audit, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("config", "system.exchange", $"dead-letter/{id}") { Reason = "replay" }, cancellationToken);
        return await exchange.ReplayAsync(consumer, id, access.Actor.Account.Value, cancellationToken) is null
            ? TypedResults.NotFound()
            : PageResults.SeeOther("/admin/exchange?did=replay");
    }

    private static async Task<IResult> DiscardAsync(FormState form, string consumer, Guid id, IExchangeStatus exchange, IAccess access, IAudit audit, CancellationToken cancellationToken)
    {
        var note = form["note"].Trim();
        if (note.Length == 0) return TypedResults.BadRequest();
        await audit.ReadAsync(new AuditEntry("config", "system.exchange", $"dead-letter/{id}") { Reason = "discard" }, cancellationToken);
        return await exchange.DiscardAsync(consumer, id, access.Actor.Account.Value, note, cancellationToken)
            ? PageResults.SeeOther("/admin/exchange?did=discard")
            : TypedResults.NotFound();
    }
}
