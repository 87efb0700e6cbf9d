using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Sdk.Access;

/// <summary>Stands between routing and the endpoint, in the host's pipeline and in every module's: hands the actor to the scope, lets pass what the endpoint's rule allows, refuses and records the rest.</summary>
public static class EndpointGate
{
    /// <summary>Adds the gate. After <c>UseRouting</c>, before everything that runs endpoints.</summary>
    public static IApplicationBuilder UseEndpointGate(this IApplicationBuilder app) => app.Use(static next => context => PassAsync(context, next));

    private static async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var feature = context.Features.Get<IActorFeature>();
        var accessor = context.RequestServices.GetRequiredService<IActorAccessor>();
        accessor.Become(feature?.Actor, feature?.Rights ?? NoRights.Instance, context.Connection.RemoteIpAddress?.ToString());

        try
        {
            // What routing itself answers (405, 415) is no endpoint of anybody's and gives nothing away.
            if (context.GetEndpoint() is not RouteEndpoint endpoint) await next(context);
            else if (EndpointRules.Deny(endpoint.Metadata, accessor.Actor, accessor.Rights) is { } denial) await RefuseAsync(context, endpoint, denial);
            else
            {
                context.Features.Set(new AccessDecisionFeature("allowed"));
                await next(context);
                await RecordHiddenAsync(context, endpoint, accessor);
            }
        }
        // A page's answer is the frame's.
        catch (AuditUnavailableException failure) when (!context.Response.HasStarted && EndpointRules.IsApi(FullPath(context)))
        {
            Log(context).LogError(failure, "The audit takes no entries; the request was not answered.");
            await AnswerAsync(context, new AccessDenial(StatusCodes.Status503ServiceUnavailable, AccessDenial.AuditUnavailable, null));
        }
    }

    // Out of scope and unknown look the same to the reader; the audit keeps that somebody tried.
    private static async ValueTask RecordHiddenAsync(HttpContext context, Endpoint endpoint, IActorAccessor accessor)
    {
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || accessor.Actor is null || endpoint.Metadata.GetMetadata<NeedsAttribute>() is not { } need) return;
        await RecordAsync(context, endpoint, new AuditEntry("deny", need.Permission, null) { Result = "hidden" });
    }

    private static async Task RefuseAsync(HttpContext context, Endpoint endpoint, AccessDenial denial)
    {
        context.Features.Set(new AccessDecisionFeature("denied"));
        if (denial.Code == AccessDenial.Undecided) Log(context).LogError("Endpoint {Endpoint} carries no rule and was stopped.", endpoint.DisplayName);
        await RecordAsync(context, endpoint, new AuditEntry("deny", denial.Permission ?? "endpoint", null) { Result = "denied", Fields = [denial.Code] });
        await AnswerAsync(context, denial);
    }

    private static async Task AnswerAsync(HttpContext context, AccessDenial denial)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        if (denial.Status == StatusCodes.Status401Unauthorized && !EndpointRules.IsApi(FullPath(context)))
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = "/sign-in?returnUrl=" + Uri.EscapeDataString(ReturnPath(context));
            return;
        }
        context.Response.StatusCode = denial.Status;
        if (EndpointRules.IsApi(FullPath(context))) await ProblemAsync(context, denial);
        else if (denial.Permission is { } permission) context.Features.Set(new AccessDenialFeature(permission));
    }

    private static async ValueTask RecordAsync(HttpContext context, Endpoint endpoint, AuditEntry entry)
    {
        try
        {
            await context.RequestServices.GetRequiredService<IAudit>().ReadAsync(entry, CancellationToken.None);
        }
        catch (AuditUnavailableException failure)
        {
            // The refusal itself needs no record to be right; without one nothing else would have been given either.
            Log(context).LogError(failure, "A refusal of {Endpoint} could not be recorded.", endpoint.DisplayName);
        }
    }

    private static Task ProblemAsync(HttpContext context, AccessDenial denial)
    {
        if (denial.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        var problem = new ProblemDetails { Status = denial.Status, Title = context.RequestServices.GetService<IShell>()?.Texts[denial.Code] ?? denial.Code };
        problem.Extensions["code"] = denial.Code;
        if (denial.Permission is { } permission) problem.Extensions["permission"] = permission;
        if (Activity.Current is { } activity) problem.Extensions["traceId"] = activity.TraceId.ToHexString();
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    private static ILogger Log(HttpContext context) => context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(EndpointGate));

    private static PathString FullPath(HttpContext context) => context.Request.PathBase.Add(context.Request.Path);

    // A refused post cannot be repeated as a get; its form's page can.
    private static string ReturnPath(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return FullPath(context).Value + request.QueryString.Value;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referer) && referer.Authority == request.Host.Value ? referer.PathAndQuery : "/";
    }
}
