using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell.Errors;

/// <summary>Gives every failed request its answer: a page that says what, why and what now, or a problem document for programs. Never the text of an exception.</summary>
internal sealed class ErrorAnswer(RequestDelegate next, ILogger<ErrorAnswer> logger)
{
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api") || (request.Path.Value ?? "").Split('/') is ["", "m", _, "api", ..];

    /// <summary>Number under which a failure is found again in log and trace.</summary>
    public static string Number(HttpContext context) => (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier)[..8].ToUpperInvariant();

    public async Task InvokeAsync(HttpContext context)
    {
        var services = context.RequestServices;
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            var (trouble, denied) = (TroubleOf(failure), DenialIn(failure));
            var status = denied is not null ? StatusCodes.Status403Forbidden : trouble is null ? StatusOf(failure) : StatusCodes.Status503ServiceUnavailable;
            // A store that is away fails every request alike: its own room says why, once.
            if (trouble is not null) logger.LogWarning("Request {Number} was not carried out: {Trouble} ({Error}).", Number(context), trouble, failure.GetType().Name);
            else if (denied is not null) logger.LogWarning("Request {Number} was not carried out: module {Module} does not have the capability {Capability}.", Number(context), denied.Module, denied.Capability);
            else if (status >= StatusCodes.Status500InternalServerError) logger.LogError(failure, "Request {Number} failed.", Number(context));
            if (context.Response.HasStarted) throw;
            context.Response.Clear();
            context.Response.StatusCode = status;
            if (denied is not null) context.Features.Set(new ErrorCause("modules.capability-missing", denied.Capability));
            if (trouble is not null)
            {
                context.Features.Set(new ErrorCause(trouble));
                context.Response.Headers.RetryAfter = "10";
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader left: there is nobody to answer.
            return;
        }
        // A module's services end with the module; the error page belongs to the host.
        context.RequestServices = services;
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < StatusCodes.Status400BadRequest || response.ContentType is not null || response.ContentLength > 0) return;
        context.DecideAccess("error");
        response.Headers.Remove("Cache-Control");
        await (IsApi(context.Request) ? ProblemAsync(context) : PageAsync(context));
    }

    private static string? TroubleOf(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => null,
        AuditUnavailableException => "audit.unavailable",
        _ => DatabaseErrors.Trouble(failure) is { } trouble ? "platform." + trouble : null,
    };

    // A container wraps what a service threw while it was made.
    private static CapabilityDeniedException? DenialIn(Exception failure)
    {
        for (var error = failure; error is not null; error = error.InnerException)
            if (error is CapabilityDeniedException denied) return denied;
        return null;
    }

    private static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        ModuleAwayException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task PageAsync(HttpContext context) =>
        PageResults.Page<ErrorPage>(new { Status = context.Response.StatusCode, Number = Number(context) }, context.Response.StatusCode).ExecuteAsync(context);

    private static Task ProblemAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        var cause = context.Features.Get<ErrorCause>()?.Code ?? $"platform.{Reason(status)}";
        var problem = new ProblemDetails { Status = status, Title = ErrorWords.Of(context.RequestServices.GetRequiredService<ITexts>(), status, context.Features.Get<ErrorCause>(), Number(context)).Title };
        problem.Extensions["code"] = cause;
        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    private static string Reason(int status) => status switch
    {
        400 => "bad-request",
        401 => "sign-in-required",
        403 => "permission-missing",
        404 => "not-found",
        405 => "method-not-allowed",
        409 => "conflict",
        413 => "too-large",
        415 => "media-type",
        422 => "invalid",
        429 => "too-many-requests",
        503 => "unavailable",
        _ => "failure",
    };
}
