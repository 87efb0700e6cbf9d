using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Marks endpoints that change data.</summary>
public static class ChangesExtensions
{
    /// <summary>Runs the endpoint inside one transaction and answers once: the answer is sent after the commit, an answer from 400 on rolls back,
    /// and a request with an <c>Idempotency-Key</c> header (on pages the hidden field <c>_key</c>) gets the first answer again.</summary>
    /// <remarks>The endpoint only saves; it never begins or commits. Place it after <c>.Needs(…)</c>.</remarks>
    /// <param name="builder">The endpoint.</param>
    /// <param name="owner">Owner of the database in the host (<c>residents</c>); modules leave it out.</param>
    /// <param name="first">Runs before the endpoint in a transaction of its own, which stays whatever becomes of the request: keeps what somebody typed before it is judged.</param>
    public static TBuilder Changes<TBuilder>(this TBuilder builder, string? owner = null, Func<HttpContext, CancellationToken, ValueTask>? first = null) where TBuilder : IEndpointConventionBuilder
    {
        builder.Add(endpoint =>
        {
            endpoint.Metadata.Add(new ChangesMetadata(owner));
            if (endpoint.RequestDelegate is { } inner) endpoint.RequestDelegate = context => ChangingRequest.RunAsync(context, owner, first, inner);
        });
        return builder;
    }
}
