using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS009: no handler on an event of the process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProcessEventAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Owners =
    [
        "System.AppDomain", "System.Runtime.Loader.AssemblyLoadContext", "System.Threading.Tasks.TaskScheduler", "System.Console", "System.Net.NetworkInformation.NetworkChange",
    ];

    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS009", "No handler on an event of the process",
        "A handler on {0} stays for the life of the host and keeps this version alive: use StartAsync and StopAsync of the module, or IModuleContext.Stopping");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start => start.RegisterOperationAction(operation =>
    {
        var assignment = (IEventAssignmentOperation)operation.Operation;
        if (assignment.Adds && assignment.EventReference is IEventReferenceOperation { Event: { } raised } && raised.ContainingType.IsNamed(Owners))
            operation.ReportDiagnostic(Diagnostic.Create(Rule, assignment.Syntax.GetLocation(), $"{raised.ContainingType.Name}.{raised.Name}"));
    }, OperationKind.EventAssignment));
}
