using System.Net;
using System.Net.Sockets;

namespace UnifiedPlatform.Sdk.Modules;

/// <inheritdoc cref="IModuleHttp"/>
internal sealed class ModuleHttp : IModuleHttp, IDisposable
{
    private readonly OwnCapabilities _capabilities;
    private readonly SocketsHttpHandler _sockets;

    public ModuleHttp(OwnCapabilities capabilities)
    {
        _capabilities = capabilities;
        _sockets = new SocketsHttpHandler
        {
            UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = OutgoingCalls.Limit, PooledConnectionLifetime = TimeSpan.FromMinutes(2), ConnectCallback = ConnectAsync,
        };
    }

    public HttpMessageInvoker For(string host)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        _capabilities.Demand(Capabilities.Http(host));
        return new HttpMessageInvoker(new OutgoingCalls(_sockets, _capabilities), disposeHandler: false);
    }

    public void Dispose() => _sockets.Dispose();

    // The address that is really connected to is checked: a name may answer with another one a moment later.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var allowed = addresses.Where(address => PublicAddress.Is(address) || _capabilities.Has(Capabilities.Http(address.ToString())) || _capabilities.Has(Capabilities.Http($"{address}:{port}"))).ToArray();
        if (allowed.Length == 0) throw new HttpRequestException(HttpRequestError.ConnectionError, $"'{host}' lies in an inner network. Declare the address itself as a capability (http:<address>) when that is wanted.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
