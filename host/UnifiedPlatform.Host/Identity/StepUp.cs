using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Identity;

/// <summary>Grants, keys and factors are changed only by somebody who proved a moment ago who they are; never by a machine.</summary>
internal static class StepUp
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    public static RouteHandlerBuilder NeedsFreshProof(this RouteHandlerBuilder builder) => builder.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        if (context.Features.Get<IActorFeature>() is not ActorFeature { ProvedAt: { } provedAt })
            return Results.Problem(statusCode: StatusCodes.Status403Forbidden, extensions: [new("code", SecurityProblems.StepUp)]);
        if (context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - provedAt <= Fresh) return await next(invocation);
        var back = Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value ? LocalAddress.OrHome(from.PathAndQuery) : "/";
        return PageResults.SeeOther("/step-up?returnUrl=" + Uri.EscapeDataString(back));
    });

    /// <summary>The same for acts that a machine may do as well: whoever made its key proved it then. A person's call of the API is refused, not sent to a page.</summary>
    public static RouteHandlerBuilder NeedsFreshProofOfPeople(this RouteHandlerBuilder builder) => builder.AddEndpointFilter(static async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var actor = context.Features.Get<IActorFeature>() as ActorFeature;
        if (actor is { Actor.Kind: ActorKind.Machine }) return await next(invocation);
        return actor is { ProvedAt: { } provedAt } && context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - provedAt <= Fresh
            ? await next(invocation)
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, extensions: [new("code", SecurityProblems.StepUp)]);
    });
}
