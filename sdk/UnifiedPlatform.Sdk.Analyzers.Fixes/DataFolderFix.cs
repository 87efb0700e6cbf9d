using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>UPS014: puts a file into the module's folder, where its <c>ModuleInfo</c> is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DataFolderFix : CodeFixProvider
{
    private const string Info = "UnifiedPlatform.Sdk.Modules.ModuleInfo", Title = "Put it into the module's folder";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["UPS014"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.PlaceAsync().ConfigureAwait(false) is not { } place || InScope.Find(place, Info) is not { } info) return;
        var arguments = place.Node switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax made => made.ArgumentList,
            _ => null,
        };
        if (arguments?.Arguments.Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>().FirstOrDefault(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)) is { } path)
        {
            if (IsRelative(path.Token.ValueText)) context.Offer(place, Title, path, Names.Of($"System.IO.Path.Combine({info}.DataFolder, {path})").WithTriviaFrom(path));
        }
        else if (place.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "GetTempPath" or "GetCurrentDirectory" } })
        {
            context.Offer(place, Title, place.Node, Names.Of($"{info}.DataFolder").WithTriviaFrom(place.Node));
        }
    }

    private static bool IsRelative(string path) => path.Length > 0 && path[0] is not ('/' or '\\') && path.IndexOf(':') < 0 && !path.Contains("..");
}
