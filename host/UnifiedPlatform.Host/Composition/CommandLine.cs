namespace UnifiedPlatform.Host.Composition;

/// <summary>Lets a flag stand alone: the framework's reader would take the next argument as its value.</summary>
public static class CommandLine
{
    private static readonly string[] Switches = ["--demo", "--demo-allow-remote"];

    /// <summary>Turns <c>--demo</c> into <c>--demo=true</c> unless a value follows.</summary>
    public static string[] Normalise(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var normalised = new List<string>(args.Length);
        for (var i = 0; i < args.Length; i++)
        {
            var alone = Switches.Contains(args[i], StringComparer.Ordinal) && (i + 1 == args.Length || args[i + 1] is not ("true" or "false"));
            normalised.Add(alone ? args[i] + "=true" : args[i]);
        }
        return [.. normalised];
    }
}
