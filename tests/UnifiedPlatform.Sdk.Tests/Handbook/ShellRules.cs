using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>Holds the commands of the handbook against the sources of what carries them out: the template, the targets of the build, the host's verbs and flags.</summary>
internal static partial class ShellRules
{
    private static readonly string[] ToolFlags = ["-n", "--project", "-c", "-p", "-t", "--framework"];

    public static string? Fault(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["cd", _] => null,
            ["dotnet", "new", "install", ..] => null,
            ["dotnet", "new", "unified-module", ..] => Unknown(words.Skip(3), flag => ToolFlags.Contains(flag) || Template.Contains($"\"{flag[2..]}\"", StringComparison.Ordinal)),
            ["dotnet", "pack" or "test", ..] => null,
            ["dotnet", "build", ..] => Targets(line),
            ["dotnet", "run", "--project", _] => null,
            ["dotnet", "run", "--project", _, "--", .. var rest] => OfHost(rest),
            ["dotnet", "UnifiedPlatform.Host.dll", .. var rest] => OfHost(rest),
            _ => "nobody knows this command.",
        };
    }

    private static string Template => HandbookPages.Known("template.json");

    private static string Verbs => HandbookPages.Known("ModuleCommand.cs");

    private static string Settings => HandbookPages.Known("KnownSettings.cs");

    private static string? OfHost(string[] words)
    {
        if (words is ["module", var verb, ..] && !Verbs.Contains($"[\"{verb}\"", StringComparison.Ordinal)) return $"module has no verb {verb}.";
        return Unknown(words, flag => Settings.Contains($"\"{flag[2..].Split('=')[0]}\"", StringComparison.Ordinal) || flag.StartsWith("--Modules:ledger:", StringComparison.Ordinal));
    }

    private static string? Targets(string line)
    {
        var targets = HandbookPages.Known("UnifiedPlatform.Sdk.Build.targets");
        return Named().Matches(line).Select(match => match.Groups[1].Value).FirstOrDefault(name => !targets.Contains($"\"{name}\"", StringComparison.Ordinal) && !targets.Contains($"$({name})", StringComparison.Ordinal)) is { } unknown ? $"the build has no {unknown}." : null;
    }

    private static string? Unknown(IEnumerable<string> words, Func<string, bool> known) => words.FirstOrDefault(word => word.StartsWith('-') && !known(word)) is { } flag ? $"{flag} is no flag of it." : null;

    [GeneratedRegex("-[tp]:([A-Za-z]+)")]
    private static partial Regex Named();
}
