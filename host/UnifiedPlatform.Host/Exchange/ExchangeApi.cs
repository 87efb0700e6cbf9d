using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Exchange;

/// <summary>The exchange for administrators: <c>/api/admin/exchange</c>.</summary>
internal static class ExchangeApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/admin/exchange").WithTags("Exchange");
        api.MapGet("", (IExchangeStatus exchange, CancellationToken cancellationToken) => exchange.ArrowsAsync(cancellationToken)).Needs(View);
        api.MapGet("/runs", (IExchangeStatus exchange, CancellationToken cancellationToken) => exchange.RunsAsync(cancellationToken)).Needs(View);
        api.MapGet("/dead-letters", DeadLettersAsync).Needs(View);
        api.MapPost("/run", RunAsync).Needs(Administer);
        api.MapPost("/pause", (Arrow arrow, IExchangeStatus exchange, IAudit audit, CancellationToken cancellationToken) => PauseAsync(arrow, true, exchange, audit, cancellationToken)).Needs(Administer);
        api.MapPost("/resume", (Arrow arrow, IExchangeStatus exchange, IAudit audit, CancellationToken cancellationToken) => PauseAsync(arrow, false, exchange, audit, cancellationToken)).Needs(Administer);
        api.MapPost("/dead-letters/{consumer}/{id:guid}/replay", ReplayAsync).Needs(Administer);
        api.MapPost("/dead-letters/{consumer}/{id:guid}/discard", DiscardAsync).Needs(Administer);
    }

    private const string View = "system.exchange.view", Administer = "system.exchange.administer";

    private static ValueTask<IReadOnlyList<DeadLetterView>> DeadLettersAsync(IExchangeStatus exchange, CancellationToken cancellationToken, string state = "open") =>
        exchange.DeadLettersAsync(state, cancellationToken);

    private static async Task<IResult> RunAsync(Arrow arrow, IExchangeStatus exchange, IAudit audit, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("job", "system.exchange", arrow.ToString()), cancellationToken);
        return await exchange.RunAsync(arrow, cancellationToken) is { } run ? TypedResults.Ok(run) : TypedResults.NotFound();
    }

    private static async Task<IResult> PauseAsync(Arrow arrow, bool paused, IExchangeStatus exchange, IAudit audit, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("config", "system.exchange", arrow.ToString()) { Fields = ["paused"] }, cancellationToken);
        return await exchange.PauseAsync(arrow, paused, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    private static async Task<IResult> ReplayAsync(string consumer, Guid id, IExchangeStatus exchange, IAudit audit, IAccess access, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("job", "system.dead-letter", id.ToString("D")) { Fields = ["replay"] }, cancellationToken);
        return await exchange.ReplayAsync(consumer, id, access.Actor.Account.Value, cancellationToken) is { } replay ? TypedResults.Ok(replay) : TypedResults.NotFound();
    }

    private static async Task<IResult> DiscardAsync(string consumer, Guid id, DiscardRequest request, IExchangeStatus exchange, IAudit audit, IAccess access, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("delete", "system.dead-letter", id.ToString("D")) { Reason = request.Note }, cancellationToken);
        return await exchange.DiscardAsync(consumer, id, access.Actor.Account.Value, request.Note, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
    }
}
