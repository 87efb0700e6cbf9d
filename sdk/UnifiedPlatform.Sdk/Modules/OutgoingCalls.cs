using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Sends a request to a granted host, follows redirects to granted hosts, and takes an answer of bounded size in bounded time.</summary>
internal sealed class OutgoingCalls(HttpMessageHandler sockets, OwnCapabilities capabilities) : DelegatingHandler(sockets)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private const int MostRedirects = 5;
    private const long MostBytes = 10 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Limit);
        for (var redirects = 0; ; redirects++)
        {
            Check(request.RequestUri);
            var response = await base.SendAsync(request, limited.Token);
            if (Next(request, response) is not { } next || redirects == MostRedirects)
            {
                await response.Content.LoadIntoBufferAsync(MostBytes, limited.Token);
                return response;
            }
            response.Dispose();
            request = next;
        }
    }

    [SuppressMessage("Usage", "CA2215", Justification = "The sockets outlive every invoker made over them.")]
    protected override void Dispose(bool disposing)
    {
    }

    private void Check(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true } || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)) throw new InvalidOperationException("The request needs an absolute address with http or https.");
        var host = address.IdnHost.ToLowerInvariant();
        capabilities.Demand(Capabilities.Http(address.IsDefaultPort ? host : string.Create(CultureInfo.InvariantCulture, $"{host}:{address.Port}")));
    }

    // A redirect never carries a body on; what has one is the caller's to repeat.
    private static HttpRequestMessage? Next(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } location || request.RequestUri is not { } from) return null;
        var seeOther = response.StatusCode == HttpStatusCode.SeeOther;
        var follows = seeOther || ((request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
            && response.StatusCode is HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect);
        if (!follows) return null;
        var next = new HttpRequestMessage(seeOther && request.Method != HttpMethod.Head ? HttpMethod.Get : request.Method, new Uri(from, location));
        var same = next.RequestUri?.Authority == from.Authority && next.RequestUri.Scheme == from.Scheme;
        foreach (var (name, values) in request.Headers)
            if (same || !name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) next.Headers.TryAddWithoutValidation(name, values);
        next.Headers.Host = null;
        return next;
    }
}
