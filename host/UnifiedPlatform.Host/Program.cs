using UnifiedPlatform.Host.Composition;

try
{
    var app = PlatformHost.Build(CommandLine.Normalise(args));
    await app.RunAsync();
    return 0;
}
catch (StartupFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return failure.ExitCode;
}

/// <summary>Entry point; named so that tests can start the shipped composition.</summary>
public sealed partial class Program;
