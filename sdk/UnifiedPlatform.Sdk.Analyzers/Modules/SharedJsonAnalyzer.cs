using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS005: JSON options come from the SDK, whose caches go with the module.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedJsonAnalyzer : DiagnosticAnalyzer
{
    private const string Options = "System.Text.Json.JsonSerializerOptions", Serializer = "System.Text.Json.JsonSerializer";

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
            if (call.TargetMethod.ContainingType.IsNamed(Serializer) && call.Arguments.Any(argument => argument.Parameter?.Type.IsNamed(Options) == true && IsNone(argument)) && !call.TargetMethod.TypeArguments.All(OfTheFramework))
                Report(operation, $"JsonSerializer.{call.TargetMethod.Name} without options");
        }, OperationKind.Invocation);
    });

    private static bool IsNone(IArgumentOperation argument) => argument.ArgumentKind == ArgumentKind.DefaultValue || argument.Value.ConstantValue is { HasValue: true, Value: null };

    // What is cached of the framework's own types keeps no module alive.
    private static bool OfTheFramework(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => OfTheFramework(array.ElementType),
        INamedTypeSymbol { IsAnonymousType: false } named => named.ContainingNamespace?.ToDisplayString() is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && named.TypeArguments.All(OfTheFramework),
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, string what) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), what));
}
