namespace UnifiedPlatform.Host.Composition;

/// <summary>Finds and runs the verb a command line begins with.</summary>
internal static class HostCommands
{
    public static bool IsVerb(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    public static async Task<int> RunAsync(string[] args)
    {
        var words = args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray();
        await using var app = PlatformHost.Build(args[words.Length..]);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await using var scope = app.Services.CreateAsyncScope();
        var commands = scope.ServiceProvider.GetServices<IHostCommand>().ToArray();
        if (commands.FirstOrDefault(command => command.Name == words[0]) is { } chosen) return await chosen.RunAsync(words[1..], stop.Token);
        throw new StartupFailure($"'{words[0]}' is no command of the host. It knows:{string.Concat(commands.Select(command => $"\n  {command.Usage}"))}");
    }
}
