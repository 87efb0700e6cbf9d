using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Compiles a module from text, so that each test can have the module it needs.</summary>
internal static class ModuleSource
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.DependencyInjection;
        global using UnifiedPlatform.Sdk.Access;
        global using UnifiedPlatform.Sdk.Jobs;
        global using UnifiedPlatform.Sdk.Modules;
        """;

    private static readonly MetadataReference[] References =
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    public static string Compile(string folder, string id, string version, string source)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        var compilation = CSharpCompilation.Create($"{id}-{version}", [CSharpSyntaxTree.ParseText(Usings), CSharpSyntaxTree.ParseText(source)], References, options);
        var file = Path.Combine(folder, $"{id}-{version}.dll");
        Directory.CreateDirectory(folder);
        var result = compilation.Emit(file);
        return result.Success ? file : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }
}
