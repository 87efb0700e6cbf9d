using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.OneWindow.Queues;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Lists;

namespace UnifiedPlatform.OneWindow.Api;

/// <summary>The counter over HTTP (<c>/m/one-window/api</c>).</summary>
internal static class CaseApi
{
    private const string Base = "/m/one-window/api";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cases", OpenAsync).WithName("OpenCase").WithTags("Cases").Produces<CaseView>(201).Needs(OneWindowPermissions.CaseCreate).Changes();
        routes.MapGet("/cases/{number}", FindAsync).WithName("FindCase").WithTags("Cases").Produces<CaseView>().Needs(OneWindowPermissions.CaseView);
        routes.MapGet("/cases/{number}/timeline", TimelineAsync).WithName("CaseTimeline").WithTags("Cases").Produces<TimelinePage>().Needs(OneWindowPermissions.CaseView);
        routes.MapPost("/cases/{number}/actions", ActAsync).WithName("ActOnCase").WithTags("Cases").Produces<CaseView>().Needs(OneWindowPermissions.CaseView).Changes();
        routes.MapGet("/parts/{part}", FindPartAsync).WithName("FindPart").WithTags("Parts").Produces<PartDetail>().Needs(OneWindowPermissions.CaseView);
        routes.MapPost("/parts/{part}/actions", ActOnPartAsync).WithName("ActOnPart").WithTags("Parts").Produces<CaseView>().Needs(OneWindowPermissions.CaseView).Changes();
        routes.MapGet("/queues/mine", MineAsync).WithName("MyQueues").WithTags("Queues").Produces<QueuePage>().Needs(OneWindowPermissions.CaseView);
        routes.MapGet("/queues/counts", CountsAsync).WithName("QueueCounts").WithTags("Queues").Produces<IReadOnlyDictionary<string, int>>().Needs(OneWindowPermissions.CaseView);
        routes.MapGet("/items", ItemsAsync).WithName("Items").WithTags("Items").Produces<IReadOnlyList<ItemView>>().Needs(OneWindowPermissions.ItemView);
        routes.MapPost("/items/{code}/versions/{version:int}/lint", LintAsync).WithName("LintItem").WithTags("Items").Produces<IReadOnlyList<LintFinding>>().Needs(OneWindowPermissions.CaseApprove);
        routes.MapPost("/items/{code}/versions/{version:int}/publish", PublishAsync).WithName("PublishItem").WithTags("Items").Produces<PublishView>().Needs(OneWindowPermissions.CaseApprove).Changes();
        routes.MapPost("/track", TrackAsync).WithName("Track").WithTags("Track").Produces<TrackView>().Public("An applicant asks with number and lookup code; state and dates only, few tries.");
    }

    private static async Task<IResult> OpenAsync(OpenCaseRequest request, HttpContext http, CaseCommands commands, CaseQueries queries, CancellationToken cancellationToken)
    {
        var output = await commands.OpenAsync(request, KeyOf(http), cancellationToken);
        if (output.Refusal is { } refusal) return refusal.ToResult();
        var view = await queries.ViewAsync(output.Case!, cancellationToken); // without a refusal there is a case
        Tag(http, view);
        return TypedResults.Created($"{Base}/cases/{view.Number}", view);
    }

    private static async Task<IResult> FindAsync(string number, HttpContext http, CaseQueries queries, CaseRefusals refusals, CancellationToken cancellationToken)
    {
        if (await queries.FindAsync(number, cancellationToken) is not { } view) return refusals.Say(Codes.NoCase).ToResult();
        Tag(http, view);
        return TypedResults.Ok(view);
    }

    private static async Task<IResult> TimelineAsync(string number, string? cursor, CaseQueries queries, CaseRefusals refusals, CancellationToken cancellationToken)
    {
        int? before = int.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null;
        if (await queries.TimelineAsync(number, before, cancellationToken) is not { } entries) return refusals.Say(Codes.NoCase).ToResult();
        return TypedResults.Ok(new TimelinePage(entries, entries is [.., { Seq: > 1 } last] ? last.Seq.ToString(CultureInfo.InvariantCulture) : null));
    }

    private static async Task<IResult> ActAsync(string number, ActOnCaseRequest request, HttpContext http, CaseCommands commands, CaseQueries queries, CancellationToken cancellationToken) =>
        await AnswerAsync(await commands.ActAsync(number, SeenOf(http), request, cancellationToken), http, queries, cancellationToken);

    private static async Task<IResult> FindPartAsync(string part, HttpContext http, PartQueries parts, CaseRefusals refusals, CancellationToken cancellationToken)
    {
        if (await parts.FindAsync(part, cancellationToken) is not { } work) return refusals.Say(Codes.NoPart).ToResult();
        Tag(http, work.Case);
        return TypedResults.Ok(new PartDetail(work.Case.Number, work.Case.Title, work.Part, work.Input, work.First ? work.Answer?.Schema : null, work.Actions));
    }

    private static async Task<IResult> ActOnPartAsync(string part, ActOnCaseRequest request, HttpContext http, CaseCommands commands, CaseQueries queries, CaseRefusals refusals, CancellationToken cancellationToken)
    {
        if (!PartRef.TryParse(part, out var reference)) return refusals.Say(Codes.NoPart).ToResult();
        var output = await commands.ActAsync(reference.CaseNumber, SeenOf(http), request with { Part = reference.Part, Round = reference.Round }, cancellationToken);
        return await AnswerAsync(output, http, queries, cancellationToken);
    }

    private static async Task<IResult> MineAsync(Lane? lane, string? cursor, int? limit, QueueQueries queues, CancellationToken cancellationToken) =>
        TypedResults.Ok(await queues.MineAsync(lane, cursor, Math.Clamp(limit ?? CaseQueries.PageSize, 1, 200), cancellationToken));

    private static async Task<IResult> CountsAsync(QueueQueries queues, CancellationToken cancellationToken) =>
        TypedResults.Ok((await queues.CountsAsync(cancellationToken)).ToDictionary(lane => Code.Of(lane.Key), lane => lane.Value));

    private static async Task<IResult> ItemsAsync(DateOnly? on, ItemQueries items, IWorkCalendar calendar, CancellationToken cancellationToken) =>
        TypedResults.Ok(await items.InForceAsync(on ?? calendar.Today, cancellationToken));

    private static async Task<IResult> LintAsync(string code, int version, ItemPublishing items, CaseRefusals refusals, CancellationToken cancellationToken) =>
        await items.LintAsync(code, version, cancellationToken) is { } findings ? TypedResults.Ok(findings) : refusals.Say(Codes.ItemUnknown).ToResult();

    private static async Task<IResult> PublishAsync(string code, int version, ItemPublishing items, CancellationToken cancellationToken)
    {
        var (view, refusal) = await items.PublishAsync(code, version, cancellationToken);
        return refusal is not null ? refusal.ToResult() : TypedResults.Ok(view);
    }

    private static async Task<IResult> TrackAsync(TrackRequest request, HttpContext http, Tracking tracking, CancellationToken cancellationToken)
    {
        var (view, refusal) = await tracking.FindAsync(request.Number, request.Code, http.Connection.RemoteIpAddress?.ToString() ?? "", cancellationToken);
        return refusal is not null ? refusal.ToResult() : TypedResults.Ok(view);
    }

    private static async Task<IResult> AnswerAsync(CaseOutput output, HttpContext http, CaseQueries queries, CancellationToken cancellationToken)
    {
        if (output.Refusal is { } refusal) return refusal.ToResult();
        var view = await queries.ViewAsync(output.Case!, cancellationToken); // without a refusal there is a case
        Tag(http, view);
        return TypedResults.Ok(view);
    }

    private static void Tag(HttpContext http, CaseView view) => http.Response.Headers.ETag = $"\"{view.Version.ToString(CultureInfo.InvariantCulture)}\"";

    private static string? KeyOf(HttpContext http) => http.Request.Headers["Idempotency-Key"] is [{ Length: > 0 } key] ? key : null;

    // A version nobody can read is one nobody has: it differs from every row.
    private static int? SeenOf(HttpContext http) => http.Request.Headers.IfMatch is [{ Length: > 0 } tag]
        ? int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1 : null;
}

/// <summary>Events of a case, newest first.</summary>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, string? NextCursor);
