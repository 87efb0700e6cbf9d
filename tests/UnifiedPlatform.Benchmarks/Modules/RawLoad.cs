using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>The same request over and over on kept connections, by plain sockets, so that the client costs next to nothing.</summary>
internal sealed class RawLoad(Uri address, string path)
{
    private static readonly byte[] LengthHeader = Encoding.ASCII.GetBytes("Content-Length: ");
    private readonly byte[] _request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");

    /// <summary>Latencies in ticks of what was answered in this time.</summary>
    public async Task<List<long>> RunAsync(int connections, TimeSpan time, CancellationToken cancellationToken)
    {
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var runs = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => OneAsync(until, cancellationToken), cancellationToken)));
        return [.. runs.SelectMany(run => run)];
    }

    private async Task<List<long>> OneAsync(long until, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, cancellationToken);
        var (latencies, buffer) = (new List<long>(20_000), new byte[16 << 10]);
        for (var started = Stopwatch.GetTimestamp(); started < until; started = Stopwatch.GetTimestamp())
        {
            await socket.SendAsync(_request, cancellationToken);
            await ReadAsync(socket, buffer, cancellationToken);
            latencies.Add(Stopwatch.GetTimestamp() - started);
        }
        return latencies;
    }

    private async Task ReadAsync(Socket socket, byte[] buffer, CancellationToken cancellationToken)
    {
        for (var have = 0; ;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(have), cancellationToken);
            if (read == 0) throw new IOException($"{path}: the connection ended.");
            have += read;
            if (Complete(buffer.AsSpan(0, have))) return;
        }
    }

    private bool Complete(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new IOException($"{path}: {Encoding.ASCII.GetString(answer[..12])}");
        var length = answer.IndexOf(LengthHeader);
        if (length >= 0) return Utf8Parser.TryParse(answer[(length + LengthHeader.Length)..], out int body, out _) && answer.Length >= head + 4 + body;
        return answer.EndsWith("0\r\n\r\n"u8);
    }
}
