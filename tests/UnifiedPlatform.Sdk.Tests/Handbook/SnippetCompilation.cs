using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using UnifiedPlatform.Sdk.Analyzers.Text;
using UnifiedPlatform.Sdk.Tests.Analyzers;

namespace UnifiedPlatform.Sdk.Tests.Handbook;

/// <summary>Compiles the snippets of a page together with the module of the first hour. Usings are given, as the editor would add them.</summary>
internal static partial class SnippetCompilation
{
    private const string Texts = "Ledger/Resources/";
    private static readonly string[] Usings =
    [
        "System", "System.Collections.Generic", "System.Data.Common", "System.IO", "System.Linq", "System.Net.Http", "System.Text.Json", "System.Threading", "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "UnifiedPlatform.Sdk.Access", "UnifiedPlatform.Sdk.Audit", "UnifiedPlatform.Sdk.Calendar", "UnifiedPlatform.Sdk.Counter", "UnifiedPlatform.Sdk.Data", "UnifiedPlatform.Sdk.Exchange", "UnifiedPlatform.Sdk.Failures", "UnifiedPlatform.Sdk.Jobs",
        "UnifiedPlatform.Sdk.Lists", "UnifiedPlatform.Sdk.Modules", "UnifiedPlatform.Sdk.Parts", "UnifiedPlatform.Sdk.Residents", "UnifiedPlatform.Sdk.Telemetry", "UnifiedPlatform.Sdk.Text", "UnifiedPlatform.Sdk.Web", "UnifiedPlatform.Sdk.Web.Forms",
        "Ledger", "Ledger.Data", "Ledger.Entries", "Ledger.Checks", "Ledger.Pages",
    ];

    public static IReadOnlyList<string> Errors(IReadOnlyList<Fence> snippets, IEnumerable<Fence> texts)
    {
        var trees = snippets.Select((snippet, number) => Tree(snippet, number)).ToArray();
        return [.. Base(texts).AddSyntaxTrees(trees).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(problem => problem.Severity == DiagnosticSeverity.Error)
            .Select(problem => $"{problem.Location.SourceTree?.FilePath}({problem.Location.GetLineSpan().StartLinePosition.Line + 1}): {problem.Id} {problem.GetMessage(null)}")];
    }

    // Empty lines before it, so that the compiler counts as the page does.
    private static SyntaxTree Tree(Fence snippet, int number)
    {
        var before = new string('\n', snippet.Line - 1);
        var tree = Parse(before + snippet.Text, snippet.Page);
        return tree.GetCompilationUnitRoot().Members.Any(member => member is GlobalStatementSyntax)
            ? Parse($"internal static class Snippet{number} {{ static void Run(IModuleServices module, IModuleRoutes routes) {{{before}{snippet.Text}\n}} }}", snippet.Page)
            : tree;
    }

    private static CSharpCompilation Base(IEnumerable<Fence> texts)
    {
        var code = LedgerModule.Files.Where(file => file.Key.StartsWith("Ledger/", StringComparison.Ordinal) && file.Key.EndsWith(".cs", StringComparison.Ordinal)).Select(file => Parse(file.Value, file.Key));
        // Pages are compiled by the build of the template; here their names are enough.
        var pages = LedgerModule.Files.Keys.Where(file => file.StartsWith("Ledger/Pages/", StringComparison.Ordinal) && file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => Parse($"namespace Ledger.Pages; public sealed class {Path.GetFileNameWithoutExtension(file)} : UnifiedPlatform.Sdk.Web.PlatformPage;", file));
        var usings = Parse(string.Concat(Usings.Select(name => $"global using {name};\n")), "Usings.cs");
        return Snippet.Compile("").AddSyntaxTrees([usings, .. code, .. pages, Keys(texts)]);
    }

    private static SyntaxTree Keys(IEnumerable<Fence> texts)
    {
        var extra = texts.ToArray();
        (string Path, string Text) Merged(string language)
        {
            var path = $"{Texts}{language}.json";
            var all = JsonNode.Parse(LedgerModule.Files[path], null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject(); // the file is an object
            foreach (var (key, text) in extra.Where(fence => fence.Source == path).SelectMany(fence => JsonNode.Parse(fence.Text)!.AsObject())) all[key] = text?.DeepClone(); // so is each fence
            return ("/package/Resources/" + language + ".json", all.ToJsonString());
        }
        var (problems, source) = Snippet.Generate(new TextKeysGenerator(), Merged("zh-Hans"), Merged("en"));
        Assert.Empty(problems);
        // The generator takes the namespace from the project, of which there is none here.
        return Parse(SpaceName().Replace(source, "namespace Ledger;", 1), "Keys.cs");
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path);

    [GeneratedRegex("namespace [A-Za-z.]+;")]
    private static partial Regex SpaceName();
}
