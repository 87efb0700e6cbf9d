using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;

try
{
    var arguments = CommandLine.Normalise(args);
    if (HostCommands.IsVerb(arguments)) return await HostCommands.RunAsync(arguments);
    var app = PlatformHost.Build(arguments);
    // Before the host starts, so that what is wrong with the stores is one line and no stack trace.
    await app.Services.GetRequiredService<StorageStart>().StartAsync(CancellationToken.None);
    app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"UnifiedPlatform listens on {string.Join(" ", app.Urls)}"));
    await RunAsync(app);
    return 0;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} Stop the other program, or give another address with --urls.");
    return 2;
}
catch (SocketException refused)
{
    await Console.Error.WriteLineAsync($"The host cannot listen on the addresses of --urls ({refused.Message}). Give an address of this machine and a port this account may use.");
    return 2;
}
catch (StartupFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return failure.ExitCode;
}

static async Task RunAsync(WebApplication app)
{
    await using var running = app;
    try
    {
        await app.StartAsync();
    }
    catch (Exception refused) when (refused is IOException or SocketException)
    {
        // Listening comes last. Services that run by then are stopped in order; merely disposed, each would report its end as a failure.
        await app.StopAsync();
        throw;
    }
    await app.WaitForShutdownAsync();
}

/// <summary>Entry point; named so that tests can start the shipped composition.</summary>
public sealed partial class Program;
