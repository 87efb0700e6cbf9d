using System.Net;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.ApiKeys;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Finds out who asks, on every request and before any room's code: key or cookie, never both.</summary>
internal sealed class Authentication(RequestDelegate next, CookieActors cookies, ApiKeyStore keys)
{
    private const string Scheme = "Bearer ";
    private static readonly ActorFeature Nobody = new(null, NoRights.Instance);

    public async Task InvokeAsync(HttpContext context)
    {
        // Somebody within this process has vouched for the actor: the tests of modules do.
        if (context.Features.Get<IActorFeature>() is not null)
        {
            await next(context);
            return;
        }
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length == 0) await WithCookieAsync(context);
        else await WithKeyAsync(context, authorization);
    }

    private async Task WithCookieAsync(HttpContext context)
    {
        var feature = Nobody;
        if (context.Request.Cookies[SessionTicket.Cookie] is { } cookie)
        {
            if (await cookies.FindAsync(cookie, context) is { } found) feature = found;
            // An ended one stays: it says whose form is sent too late.
            else if (context.Features.Get<EndedSession>() is null) SessionTicket.Delete(context.Response);
        }
        context.Features.Set<IActorFeature>(feature);
        await next(context);
    }

    private async Task WithKeyAsync(HttpContext context, string authorization)
    {
        var checkedKey = authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? await keys.CheckAsync(authorization[Scheme.Length..].Trim(), context.Connection.RemoteIpAddress, context.RequestAborted)
            : null;
        if (checkedKey is not var (key, account))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await SecurityProblems.WriteAsync(context, StatusCodes.Status401Unauthorized, SecurityProblems.KeyRefused);
            return;
        }
        if (!keys.Allow(key))
        {
            context.Response.Headers.RetryAfter = "1";
            await SecurityProblems.WriteAsync(context, StatusCodes.Status429TooManyRequests, SecurityProblems.TooMany);
            return;
        }
        context.Features.Set<IActorFeature>(new ActorFeature(account.ToActor(null, Purposes.Of(context.Request)), account.Rights));
        await next(context);
    }
}
