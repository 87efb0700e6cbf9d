using System.Text.RegularExpressions;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Packages;

/// <summary>What a file name says about a package that cannot be read otherwise.</summary>
internal static partial class PackageName
{
    public static (string Id, string Version) Guess(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var match = Form().Match(name);
        return match.Success && ModuleId.IsValid(match.Groups[1].Value) ? (match.Groups[1].Value, match.Groups[2].Value) : (Other().Replace(name, "-"), "");
    }

    [GeneratedRegex(@"^([a-z][a-z0-9-]*?)-(\d+\.\d+\.\d+.*)$")]
    private static partial Regex Form();

    [GeneratedRegex("[^A-Za-z0-9._-]")]
    private static partial Regex Other();
}
