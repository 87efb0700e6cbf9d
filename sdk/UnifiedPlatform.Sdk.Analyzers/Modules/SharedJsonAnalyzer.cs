using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS005: JSON options come from the SDK, whose caches go with the module.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedJsonAnalyzer : DiagnosticAnalyzer
{
    private const string Options = "System.Text.Json.JsonSerializerOptions";

    private static readonly string[] Serializers = ["System.Text.Json.JsonSerializer", "System.Net.Http.Json.HttpContentJsonExtensions", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Http.Json.JsonContent"];
    private static readonly string[] Settings = [Options, "System.Text.Json.Serialization.Metadata.JsonTypeInfo", "System.Text.Json.Serialization.JsonSerializerContext"];

    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS005", "JSON options come from the SDK",
        "{0} shares its cache of types with host and other versions, which keeps this version alive: use IModuleJson.Options, or PlatformJson.Create() for options of your own");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start =>
    {
        start.RegisterOperationAction(operation =>
        {
            var property = ((IPropertyReferenceOperation)operation.Operation).Property;
            if (property.IsStatic && property.ContainingType.IsNamed(Options)) Report(operation, "JsonSerializerOptions." + property.Name);
        }, OperationKind.PropertyReference);
        start.RegisterOperationAction(operation =>
        {
            var made = (IObjectCreationOperation)operation.Operation;
            // A copy of given options keeps their resolver.
            if (made.Type.IsNamed(Options) && !made.Arguments.Any(argument => argument.Parameter?.Type.IsNamed(Options) == true)) Report(operation, "new JsonSerializerOptions");
        }, OperationKind.ObjectCreation);
        start.RegisterOperationAction(operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            var method = call.TargetMethod;
            if (method.ContainingType.IsNamed(Serializers) && IsWithout(call) && !(method.IsGenericMethod && method.TypeArguments.All(OfTheFramework)))
                Report(operation, $"{method.ContainingType.Name}.{method.Name} without options");
        }, OperationKind.Invocation);
    });

    private static bool IsWithout(IInvocationOperation call)
    {
        var settings = call.Arguments.Where(argument => argument.Parameter?.Type.IsNamed(Settings) == true).ToArray();
        return settings.Length == 0 || settings.Any(argument => argument.Parameter?.Type.IsNamed(Options) == true && IsNone(argument));
    }

    private static bool IsNone(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue is { HasValue: true, Value: null };

    // What is cached of the framework's own types keeps no module alive. An object may be anything.
    private static bool OfTheFramework(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } => false,
        IArrayTypeSymbol array => OfTheFramework(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: false } named => named.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && named.TypeArguments.All(OfTheFramework),
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, string what) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), what));
}
