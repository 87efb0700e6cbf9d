using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>
/// How a search server is spoken to: several addresses, the next one when one fails, a breaker each, time limits, credentials, TLS, compression.
/// The one place that the official client would take; every request it sends may be sent twice, since writes carry their version.
/// </summary>
public sealed class SearchTransport : IDisposable
{
    private const int CompressedFrom = 1024, LongestAnswer = 64 * 1024 * 1024;

    private readonly SearchServerOptions _options;
    private readonly SearchNode[] _nodes;
    private readonly CertificateRule _certificates;
    private readonly HttpClient _http;
    private int _turn;
    private IndexFault _last = IndexFault.Unreachable;

    public SearchTransport(SearchServerOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _nodes = [.. options.Addresses.Select(address => new SearchNode(address, clock))];
        _certificates = new CertificateRule(options);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(2),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, certificate, chain, errors) => _certificates.Believes(certificate, chain, errors) },
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        if (Credentials(options) is { } credentials) _http.DefaultRequestHeaders.Authorization = credentials;
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Sends a request and gives the first answer that a node stands for; an answer may still say no.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path and query below the address, without anything a person typed.</param>
    /// <param name="body">JSON, or lines of JSON for a bulk; empty: none.</param>
    /// <param name="limit">Longest wait for each node.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IndexAwayException">No node answered.</exception>
    public async ValueTask<SearchAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte> body, TimeSpan limit, CancellationToken cancellationToken)
    {
        var first = (int)((uint)Interlocked.Increment(ref _turn) % (uint)_nodes.Length);
        Exception? cause = null;
        for (var i = 0; i < _nodes.Length; i++)
        {
            var node = _nodes[(first + i) % _nodes.Length];
            if (!node.TryTake()) continue;
            try
            {
                var answer = await AskAsync(node, method, path, body, limit, cancellationToken);
                // A node that has no cluster to speak for is as good as away; the next one may have.
                if (answer.Status is 502 or 503 or 504)
                {
                    node.Failed();
                    _last = IndexFault.Unavailable;
                    if (i + 1 < _nodes.Length) continue;
                }
                else node.Answered();
                return answer;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                node.LetGo();
                throw;
            }
            catch (Exception error) when (FaultOf(error) is { } fault)
            {
                node.Failed();
                (_last, cause) = (fault, error);
            }
        }
        throw new IndexAwayException(_last, null, cause);
    }

    public void Dispose()
    {
        _http.Dispose();
        _certificates.Dispose();
    }

    private async ValueTask<SearchAnswer> AskAsync(SearchNode node, HttpMethod method, string path, ReadOnlyMemory<byte> body, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        using var request = new HttpRequestMessage(method, new Uri(node.Address, path)) { Content = body.IsEmpty ? null : Content(body) };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
        var elastic = response.Headers.TryGetValues("X-elastic-product", out var product) && product.Contains("Elasticsearch", StringComparer.Ordinal);
        var status = (int)response.StatusCode;
        var text = await ReadAsync(response.Content, deadline.Token);
        if (method == HttpMethod.Head || text.Length == 0) return new SearchAnswer(status, default, elastic);
        try
        {
            using var document = JsonDocument.Parse(text);
            return new SearchAnswer(status, document.RootElement.Clone(), elastic);
        }
        catch (JsonException) when (status is < 200 or >= 300)
        {
            return new SearchAnswer(status, default, elastic);
        }
    }

    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var whole = new MemoryStream(Math.Clamp((int)(content.Headers.ContentLength ?? 4096), 256, 1024 * 1024));
        var piece = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(piece, cancellationToken)) > 0)
        {
            if (whole.Length + read > LongestAnswer) throw new InvalidDataException("The answer is too long.");
            whole.Write(piece, 0, read);
        }
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private HttpContent Content(ReadOnlyMemory<byte> body)
    {
        HttpContent content;
        if (_options.Compress && body.Length >= CompressedFrom)
        {
            var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body.Span);
            content = new ByteArrayContent(packed.GetBuffer(), 0, (int)packed.Length);
            content.Headers.ContentEncoding.Add("gzip");
        }
        else content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static AuthenticationHeaderValue? Credentials(SearchServerOptions options) => options switch
    {
        { ApiKey: { } key } => new("ApiKey", key),
        { User: { } user } => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"))),
        _ => null,
    };

    private static IndexFault? FaultOf(Exception error) => error switch
    {
        OperationCanceledException => IndexFault.Slow,
        HttpRequestException { InnerException: AuthenticationException } => IndexFault.Certificate,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse } => IndexFault.Garbled,
        HttpRequestException { InnerException: OperationCanceledException } => IndexFault.Slow,
        HttpRequestException => IndexFault.Unreachable,
        HttpIOException or JsonException or InvalidDataException => IndexFault.Garbled,
        IOException => IndexFault.Unreachable,
        _ => null,
    };
}
