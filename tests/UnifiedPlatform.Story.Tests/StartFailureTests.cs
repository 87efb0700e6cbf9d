using System.Net;
using System.Net.Sockets;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Story.Tests;

/// <summary>A host that cannot start says in one line what to do and exits with a code other than 0.</summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("up-start-").FullName;

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var line = await FailureAsync($"--urls=http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}", "--metrics-urls=http://127.0.0.1:0");
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_inside_the_data_directory_are_refused_outside_the_demo()
    {
        var line = await FailureAsync($"--keys={_folder}/data/keys", "--demo=false");
        Assert.Contains("--keys", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_in_use_is_not_opened_twice()
    {
        await using var first = await HostProcess.StartAsync(["--demo=true", $"--data={_folder}/data", $"--keys={_folder}/keys"], Build.Configuration, TestContext.Current.CancellationToken);
        var line = await FailureAsync("--urls=http://127.0.0.1:0", "--metrics-urls=http://127.0.0.1:0");
        Assert.Contains("data", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_does_not_listen_to_the_network_unless_told()
    {
        var line = await FailureAsync("--urls=http://0.0.0.0:5080");
        Assert.Contains("--demo-allow-remote", line, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> FailureAsync(params string[] arguments)
    {
        var (code, lines) = await HostProcess.RunToEndAsync(
            ["--demo=true", $"--data={_folder}/data", $"--keys={_folder}/keys", .. arguments], Build.Configuration, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, code);
        var said = lines.Where(line => line.Length > 0).ToArray();
        Assert.DoesNotContain(said, line => line.StartsWith("   at ", StringComparison.Ordinal));
        return said[^1];
    }
}
