namespace UnifiedPlatform.Host.Composition;

/// <summary>Reads the command line strictly. The framework's own reader drops a misspelt flag without a word and gives the next argument away as its value.</summary>
public static class CommandLine
{
    private static readonly string[] Switches = ["--demo", "--demo-allow-remote", "--install-only", "--older", "--restore-backup", "--reveal"];

    /// <summary>Writes every flag as <c>--name=value</c>, a switch alone as <c>=true</c>; refuses what is no flag.</summary>
    public static string[] Normalise(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args is ["--", ..]) args = args[1..];
        var verb = HostCommands.IsVerb(args) ? args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal)).ToArray() : [];
        var normalised = new List<string>(verb);
        for (var i = verb.Length; i < args.Length; i++)
        {
            var (flag, value) = args[i].IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? (args[i][..at], args[i][(at + 1)..]) : (args[i], null);
            if (!flag.StartsWith("--", StringComparison.Ordinal)) throw new StartupFailure($"'{args[i]}' is neither a flag nor the value of one. Flags begin with two dashes, a value with spaces stands in quotation marks.");
            if (!KnownSettings.Has(flag[2..])) throw new StartupFailure($"{flag} is no flag of the host. {KnownSettings.Sentence}");
            if (value is null && i + 1 < args.Length && IsValueOf(flag, args[i + 1])) value = args[++i];
            if (value is null && !Switches.Contains(flag, StringComparer.Ordinal)) throw new StartupFailure($"{flag} needs a value: {flag}=VALUE.");
            normalised.Add($"{flag}={value ?? "true"}");
        }
        return [.. normalised];
    }

    private static bool IsValueOf(string flag, string next) =>
        Switches.Contains(flag, StringComparer.Ordinal) ? next is "true" or "false" : !next.StartsWith("--", StringComparison.Ordinal);
}
