using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Analyzers.Access;

/// <summary>The permissions a project may name: those its assembly declares and the host's.</summary>
internal sealed class PermissionNames
{
    private static readonly string[] HostHeads = ["residents.", "system.", "security.", "audit."];
    private readonly HashSet<string> _known;
    private readonly bool _hostListed;

    private PermissionNames(HashSet<string> known, bool hostListed) => (_known, _hostListed) = (known, hostListed);

    /// <summary>Reads the assembly's declarations and, where the project gives it, the host's table of roles.</summary>
    public static PermissionNames Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var permission = compilation.GetTypeByMetadataName(AccessSymbols.Permission);
        var declared = compilation.Assembly.GetAttributes()
            .Where(x => permission is not null && SymbolEqualityComparer.Default.Equals(x.AttributeClass, permission) && x.ConstructorArguments.Length > 0)
            .Select(x => x.ConstructorArguments[0].Value as string);
        var roles = options.AdditionalFiles.FirstOrDefault(file => Path.GetFileName(file.Path) == "roles.json")?.GetText(cancellationToken)?.ToString();
        var host = roles is null ? [] : Regex.Matches(roles, "\"([a-z-]+\\.[a-z-]+\\.[a-z-]+)\"").Cast<Match>().Select(match => match.Groups[1].Value).Where(IsHost);
        return new PermissionNames([.. declared.OfType<string>(), .. host], roles is not null);
    }

    /// <summary>Whether the name may be used.</summary>
    public bool Knows(string name) => _known.Contains(name) || (!_hostListed && IsHost(name));

    private static bool IsHost(string name) => HostHeads.Any(head => name.StartsWith(head, StringComparison.Ordinal));
}
