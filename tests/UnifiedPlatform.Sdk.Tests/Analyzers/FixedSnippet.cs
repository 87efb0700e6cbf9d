using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

/// <summary>Applies a fix as an editor does: the first one offered at the first problem.</summary>
internal static class FixedSnippet
{
    public static async Task<string?> ApplyAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string source)
    {
        var stop = TestContext.Current.CancellationToken;
        using var workspace = new AdhocWorkspace();
        var compilation = Snippet.Compile(source);
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Snippet", "Snippet", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: new CSharpParseOptions(LanguageVersion.Preview), metadataReferences: compilation.References));
        var document = project.AddDocument("Snippet.cs", source);
        var problem = (await Snippet.AnalyzeAsync(analyzer, source))[0];

        var offers = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, problem, (action, _) => offers.Add(action), stop));
        if (offers.Count == 0) return null;
        var change = (await offers[0].GetOperationsAsync(stop)).OfType<ApplyChangesOperation>().Single();
        return (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync(stop)).ToString(); // it was only changed
    }
}
