using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UnifiedPlatform.Architecture.Tests.Sources;

namespace UnifiedPlatform.Architecture.Tests.Code;

/// <summary>Rules one reads off the source.</summary>
internal static partial class CodeRules
{
    private static readonly string[] ClockTypes = ["DateTime", "DateTimeOffset"];
    private static readonly string[] ClockMembers = ["Now", "UtcNow", "Today"];

    /// <summary>A class that nobody derives from is sealed.</summary>
    public static IEnumerable<string> Unsealed(IReadOnlyCollection<SourceFile> files)
    {
        var types = files.SelectMany(file => file.Syntax.DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => (File: file, Type: type)))
            .Where(x => x.Type is ClassDeclarationSyntax || x.Type.IsKind(SyntaxKind.RecordDeclaration)).ToList();
        var bases = types.SelectMany(x => x.Type.BaseList?.Types ?? []).Select(x => Name(x.Type)).ToHashSet(StringComparer.Ordinal);
        return from same in types.GroupBy(x => (Folder: Namespace(x.Type), x.Type.Identifier.ValueText))
               where !same.Any(x => x.Type.Modifiers.Any(m => m.IsKind(SyntaxKind.SealedKeyword) || m.IsKind(SyntaxKind.StaticKeyword) || m.IsKind(SyntaxKind.AbstractKeyword)))
                   && !bases.Contains(same.Key.ValueText)
               select $"{same.First().File.Line(same.First().Type)} {same.Key.ValueText} is neither sealed, static, abstract nor derived from.";
    }

    /// <summary>Time comes from TimeProvider.</summary>
    public static IEnumerable<string> Clocks(SourceFile file) => file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Where(access => ClockTypes.Contains((access.Expression as SimpleNameSyntax ?? (access.Expression as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText) && ClockMembers.Contains(access.Name.Identifier.ValueText))
        .Select(access => $"{file.Line(access)} {access} reads the machine's clock: take TimeProvider.");

    /// <summary>A sentence a person reads stands in Resources, not in code. Names of places and units that the code looks for are no sentences.</summary>
    public static IEnumerable<string> Sentences(SourceFile file) => file.Literals
        .Where(token => Sentence().IsMatch(token.ValueText) && token.Parent?.FirstAncestorOrSelf<AttributeSyntax>() is null)
        .Select(token => $"{file.Line(token.Parent!)} a sentence in code; put it into Resources.");

    /// <summary>What is left unfinished, swallowed, or cannot fail.</summary>
    public static IEnumerable<string> Unfinished(SourceFile file)
    {
        var root = file.Syntax;
        foreach (var clause in root.DescendantNodes().OfType<CatchClauseSyntax>().Where(clause => clause.Block.Statements.Count == 0 && (clause.Declaration is null || Name(clause.Declaration.Type) == "Exception")))
            yield return $"{file.Line(clause)} swallows every exception.";
        foreach (var method in root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType.ToString() == "void"))
            yield return $"{file.Line(method)} async void: nobody awaits it and nobody sees it fail.";
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == nameof(NotImplementedException) && name.Parent is ObjectCreationExpressionSyntax))
            yield return $"{file.Line(name)} is not implemented.";
        foreach (var comment in root.DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && ToDo().IsMatch(trivia.ToString())))
            yield return $"{file.Path}:{comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1} a note to do later: finish it or open an issue.";
    }

    /// <summary>A test waits for events, never for time, and skips with a reason it finds out.</summary>
    public static IEnumerable<string> Sleeping(SourceFile file)
    {
        foreach (var call in file.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => call.Expression.ToString() is "Thread.Sleep" or "Task.Delay"))
            yield return $"{file.Line(call)} waits for time: wait for the event.";
        foreach (var skip in file.Syntax.DescendantNodes().OfType<AttributeArgumentSyntax>().Where(argument => argument.NameEquals?.Name.Identifier.ValueText == "Skip"))
            yield return $"{file.Line(skip)} is switched off: Assert.SkipWhen says why at run time.";
    }

    private static string Name(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => Name(qualified.Right),
        AliasQualifiedNameSyntax alias => Name(alias.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => type.ToString(),
    };

    private static string Namespace(SyntaxNode node) => string.Join('.', node.Ancestors().Select(x => x switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        TypeDeclarationSyntax outer => outer.Identifier.ValueText,
        _ => null,
    }).OfType<string>().Reverse());

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}[，。；！？]")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex ToDo();
}
