using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using UnifiedPlatform.Host.Storage;

namespace UnifiedPlatform.Host.Composition;

/// <summary>The host as a program: carries out a verb or serves until it is stopped, and says in one line why it could not.</summary>
internal static class HostProgram
{
    /// <summary>Gives the exit code.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configure">Changes services of a serving host before it is built; null: nothing.</param>
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        try
        {
            var arguments = CommandLine.Normalise(args);
            if (HostCommands.IsVerb(arguments)) return await HostCommands.RunAsync(arguments);
            var app = PlatformHost.Build(arguments, configure);
            // Before the host starts, so that what is wrong with the stores is one line and no stack trace.
            await app.Services.GetRequiredService<StorageStart>().StartAsync(CancellationToken.None);
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"UnifiedPlatform listens on {string.Join(" ", app.Urls)}"));
            await ServeAsync(app);
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
    }

    private static async Task ServeAsync(WebApplication app)
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
}
