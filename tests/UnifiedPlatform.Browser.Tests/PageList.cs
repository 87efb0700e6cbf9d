using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Browser.Tests;

/// <summary>Every page of host and modules whose address needs no record, found in the sources, with the demo account that opens it. A new page is looked at without being named here.</summary>
internal static partial class PageList
{
    // The first prefix that fits decides who looks; nobody: without an account.
    private static readonly (string Prefix, string User)[] Readers =
    [
        ("/_components", ""), ("/sign-in", ""), ("/setup", ""), ("/residents/import", "steward"),
        ("/admin/accounts", "security-officer"), ("/admin/keys", "security-officer"), ("/admin/publishers", "security-officer"), ("/admin/audit", "audit-officer"), ("/admin", "system-officer"),
        ("/m/party-building", "party-officer"), ("/m/social-linkage", "social-worker"), ("/m/volunteering", "volunteer-organiser"), ("/", "clerk"),
    ];

    // A page that sends its reader on, exists before the first account only, or prints a draft that must be written first.
    private static readonly string[] Elsewhere = ["/", "/setup", "/step-up", "/m/one-window/cases/new/notice"];

    public static IEnumerable<(string Path, string User)> All => Sources()
        .SelectMany(source => Route().Matches(File.ReadAllText(source.File)).Select(match => source.Prefix + match.Groups["path"].Value.TrimEnd('/')))
        .Select(path => path.Length == 0 ? "/" : path)
        .Where(path => !path.Contains('{', StringComparison.Ordinal) && !Elsewhere.Contains(path))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .Select(path => (path, Readers.First(reader => path.StartsWith(reader.Prefix, StringComparison.Ordinal)).User));

    private static IEnumerable<(string Prefix, string File)> Sources()
    {
        foreach (var file in Razor(Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host"))) yield return ("", file);
        foreach (var module in Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "modules")).Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any()))
        {
            var id = ModuleId().Match(File.ReadAllText(Directory.EnumerateFiles(module, "*.csproj").Single())).Groups["id"].Value;
            foreach (var file in Razor(module)) yield return ($"/m/{id}", file);
        }
    }

    private static IEnumerable<string> Razor(string folder) => Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("^@page \"(?<path>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Route();

    [GeneratedRegex("<ModuleId>(?<id>[^<]+)</ModuleId>")]
    private static partial Regex ModuleId();
}
