using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace UnifiedPlatform.Sdk.Tests.Analyzers;

/// <summary>Compiles a few lines with the SDK's own compiler plug-ins.</summary>
internal static class Snippet
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !path.EndsWith("UnifiedPlatform.Sdk.Tests.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Snippet", [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview), "Snippet.cs")], References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static (IReadOnlyList<Diagnostic> Problems, string Source) Generate(IIncrementalGenerator generator, params (string Path, string Text)[] files)
    {
        var driver = CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], files.Select(file => new File(file.Path, file.Text)));
        var run = driver.RunGenerators(Compile("")).GetRunResult();
        return (run.Diagnostics, string.Concat(run.GeneratedTrees.Select(tree => tree.ToString())));
    }

    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(DiagnosticAnalyzer analyzer, string source, params (string Path, string Text)[] files)
    {
        var compilation = Compile(source);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(x => x.Severity == DiagnosticSeverity.Error));
        var options = new AnalyzerOptions([.. files.Select(file => new File(file.Path, file.Text))]);
        return await compilation.WithAnalyzers([analyzer], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
