using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>The web sockets a generation has open: when it leaves, each is told, so that the browser comes back to the new version.</summary>
internal sealed class OpenSockets
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<WebSocket, byte> _open = new();
    private volatile bool _leaving;

    /// <summary>Watches the socket this request is about to become.</summary>
    public void Watch(HttpContext context)
    {
        if (context.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true } feature) context.Features.Set<IHttpWebSocketFeature>(new Watched(feature, this));
    }

    public async Task CloseAsync()
    {
        _leaving = true;
        await Task.WhenAll(_open.Keys.Select(TellAsync));
    }

    private static async Task TellAsync(WebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "module is replaced", patience.Token);
        }
        catch (Exception error) when (error is WebSocketException or InvalidOperationException or OperationCanceledException or ObjectDisposedException)
        {
            // It is closing already, or the module is just sending; the hard limit ends it.
            return;
        }
    }

    private sealed class Watched(IHttpWebSocketFeature inner, OpenSockets sockets) : IHttpWebSocketFeature
    {
        public bool IsWebSocketRequest => inner.IsWebSocketRequest;

        public async Task<WebSocket> AcceptAsync(WebSocketAcceptContext context)
        {
            var socket = await inner.AcceptAsync(context);
            sockets._open.TryAdd(socket, 0);
            if (sockets._leaving) await TellAsync(socket);
            return socket;
        }
    }
}
