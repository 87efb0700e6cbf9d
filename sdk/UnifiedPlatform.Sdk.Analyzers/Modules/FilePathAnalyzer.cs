using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace UnifiedPlatform.Sdk.Analyzers.Modules;

/// <summary>UPS014: files lie in the module's own folder.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FilePathAnalyzer : DiagnosticAnalyzer
{
    private static readonly string[] Openers = ["System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter"];
    private static readonly string[] Places = ["GetTempPath", "GetTempFileName", "GetFolderPath", "GetCurrentDirectory"];

    /// <summary>The rule.</summary>
    public static readonly DiagnosticDescriptor Rule = ModuleRule.Create("UPS014", "Files lie in the module's own folder",
        "{0} lies outside the module's folder, where neither backup nor removal finds it: combine with ModuleInfo.DataFolder", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => ModuleRule.Register(context, start =>
    {
        start.RegisterOperationAction(operation =>
        {
            var call = (IInvocationOperation)operation.Operation;
            if (Places.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType.IsNamed("System.IO.Path", "System.Environment", "System.IO.Directory")) Report(operation, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}()");
            else if (call.TargetMethod.ContainingType.IsNamed(Openers)) CheckPath(operation, call.Arguments);
        }, OperationKind.Invocation);
        start.RegisterOperationAction(operation =>
        {
            var made = (IObjectCreationOperation)operation.Operation;
            if (made.Type.IsNamed(Openers)) CheckPath(operation, made.Arguments);
        }, OperationKind.ObjectCreation);
    });

    private static void CheckPath(OperationAnalysisContext context, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
            if (argument.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } path } && argument.Parameter?.Name is "path" or "fileName" or "sourceFileName" or "destFileName" or "sourceDirName" or "destDirName")
            {
                Report(context, $"'{path}'");
                return;
            }
    }

    private static void Report(OperationAnalysisContext context, string what) => context.ReportDiagnostic(Diagnostic.Create(Rule, context.Operation.Syntax.GetLocation(), what));
}
