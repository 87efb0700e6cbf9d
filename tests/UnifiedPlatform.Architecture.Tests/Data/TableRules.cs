using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UnifiedPlatform.Architecture.Tests.Sources;

namespace UnifiedPlatform.Architecture.Tests.Data;

/// <summary>Every owner keeps to its own tables: nobody maps, queries or opens what another maps.</summary>
internal static partial class TableRules
{
    // The tables every owner has from the SDK: outbox, inbox, grants.
    private const string Platform = "sdk";

    /// <summary>Tables by owner, as mapped by <c>ToTable</c> in configurations and migrations; names that several owners have for themselves are left out.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Tables(IEnumerable<SourceFile> files)
    {
        var mapped = files.Where(file => OwnerOf(file.Path) is not null)
            .SelectMany(file => Mapped(file).Select(table => (Owner: OwnerOf(file.Path)!, Table: table))) // filtered above
            .Distinct().ToList();
        var shared = mapped.GroupBy(x => x.Table).Where(same => same.Count() > 1 || same.Any(x => x.Owner == Platform)).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return mapped.Where(x => !shared.Contains(x.Table)).GroupBy(x => x.Owner)
            .ToDictionary(same => same.Key, same => (IReadOnlySet<string>)same.Select(x => x.Table).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Where a module names another owner's table in SQL, another's schema, or a database file at all.</summary>
    public static IEnumerable<string> Violations(SourceFile file, IReadOnlyDictionary<string, IReadOnlySet<string>> tables, IReadOnlyCollection<string> moduleIds)
    {
        if (OwnerOf(file.Path) is not { } owner || owner == Platform) yield break;
        var foreign = tables.Where(x => x.Key != owner).SelectMany(x => x.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var token in file.Literals)
        {
            foreach (var table in SqlTable().Matches(token.ValueText).Select(match => match.Groups["table"].Value).Where(foreign.Contains))
                yield return $"{file.Line(token.Parent!)} names the table {table} of another owner.";
            if (owner == "host") continue;
            if (DatabaseFile().IsMatch(token.ValueText)) yield return $"{file.Line(token.Parent!)} names a database file: the host opens databases.";
            if (Schemas(moduleIds, owner).FirstOrDefault(schema => token.ValueText.Contains(schema, StringComparison.Ordinal)) is { } other)
                yield return $"{file.Line(token.Parent!)} names the schema {other} of another module.";
        }
    }

    private static string? OwnerOf(string path) => path.Split('/') switch
    {
        ["modules", var module, ..] => module,
        ["host", "UnifiedPlatform.Host", ..] => "host",
        ["sdk", ..] => Platform,
        _ => null,
    };

    private static IEnumerable<string> Mapped(SourceFile file)
    {
        foreach (var call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>())
            if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToTable" } && call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax name)
                yield return name.Token.ValueText;
    }

    private static IEnumerable<string> Schemas(IEnumerable<string> moduleIds, string owner) =>
        moduleIds.Where(id => !string.Equals(id.Replace("-", "", StringComparison.Ordinal), owner, StringComparison.OrdinalIgnoreCase)).Select(id => "m_" + id.Replace('-', '_') + ".");

    [GeneratedRegex(@"\b(?i:from|join|into|update|table)\s+(?:""?\w+""?\.)?""?(?<table>[a-z_][a-z0-9_]*)""?")]
    private static partial Regex SqlTable();

    [GeneratedRegex(@"\b[a-z-]+\.db\b")]
    private static partial Regex DatabaseFile();
}
