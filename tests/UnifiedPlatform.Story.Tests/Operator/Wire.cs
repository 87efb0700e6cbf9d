using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace UnifiedPlatform.Story.Tests.Operator;

/// <summary>The line to a server, which a test can cut and mend.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly IPEndPoint _target;
    private readonly CancellationTokenSource _end = new();
    private Socket _listener;
    private Task _accepting;

    public Wire(string host, int port)
    {
        _target = new IPEndPoint(Dns.GetHostAddresses(host)[0], port);
        (_listener, _accepting) = Listen(0);
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
    }

    public int Port { get; }

    /// <summary>Ends every connection and refuses new ones.</summary>
    public async Task CutAsync()
    {
        _listener.Dispose();
        await _accepting;
        foreach (var socket in _open.Keys) socket.Dispose();
        _open.Clear();
    }

    public void Mend() => (_listener, _accepting) = Listen(Port);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await CutAsync();
        _end.Dispose();
    }

    private (Socket Listener, Task Accepting) Listen(int port)
    {
        var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen();
        return (listener, AcceptAsync(listener));
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptAsync(_end.Token));
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(_target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        (_open[near], _open[far]) = (0, 0);
        try
        {
            await far.ConnectAsync(_target, _end.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut, or the server is not there: both ends see a closed connection.
            near.Close();
        }
        near.Dispose();
        far.Dispose();
        _open.TryRemove(near, out _);
        _open.TryRemove(far, out _);
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[32 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is var read and > 0)
                for (var sent = 0; sent < read;) sent += await to.SendAsync(buffer.AsMemory(sent, read - sent), _end.Token);
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return; // The other direction ends with this one.
        }
    }
}
