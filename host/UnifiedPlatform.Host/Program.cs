using Microsoft.AspNetCore.Connections;
using UnifiedPlatform.Host.Composition;

try
{
    var app = PlatformHost.Build(CommandLine.Normalise(args));
    await app.RunAsync();
    return 0;
}
catch (IOException taken) when (taken.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{taken.Message} Stop the other program, or give another address with --urls.");
    return 2;
}
catch (StartupFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return failure.ExitCode;
}

/// <summary>Entry point; named so that tests can start the shipped composition.</summary>
public sealed partial class Program;
