using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UnifiedPlatform.Sdk.Analyzers.Access;

/// <summary>Looks along a fluent chain for <c>Needs</c>, <c>SignedIn</c> or <c>Public</c>.</summary>
internal static class RuleChain
{
    private static readonly string[] Rules = ["Needs", "SignedIn", "Public"];

    /// <summary>Whether a rule follows the call in its chain, or is set on the variable or by the method that takes its result.</summary>
    public static bool Above(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax end = call;
        while (end.Parent is MemberAccessExpressionSyntax access && access.Expression == end && access.Parent is InvocationExpressionSyntax next)
        {
            if (Rules.Contains(access.Name.Identifier.ValueText)) return true;
            end = next;
        }
        return end.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => SetOn(variable),
            ArgumentSyntax argument => SetBy(argument, model, cancellationToken),
            _ => false,
        };
    }

    /// <summary>Whether the group the call is made on carries a rule: in the chain before it, or where the group's variable is born.</summary>
    public static bool OnReceiver(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        var at = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        while (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            if (Rules.Contains(access.Name.Identifier.ValueText)) return true;
            at = access.Expression;
        }
        if (at is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol local) return false;
        return local.DeclaringSyntaxReferences.Select(x => x.GetSyntax(cancellationToken)).OfType<VariableDeclaratorSyntax>().Any(variable => Born(variable) || SetOn(variable));
    }

    private static bool Born(VariableDeclaratorSyntax variable)
    {
        var at = variable.Initializer?.Value;
        while (at is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            if (Rules.Contains(access.Name.Identifier.ValueText)) return true;
            at = access.Expression;
        }
        return false;
    }

    // A method of the same project that takes the endpoint and gives it a rule.
    private static bool SetBy(ArgumentSyntax argument, SemanticModel model, CancellationToken cancellationToken)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list || model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method) return false;
        var place = list.Arguments.IndexOf(argument);
        return place < method.Parameters.Length && method.DeclaringSyntaxReferences.Select(x => x.GetSyntax(cancellationToken))
            .Any(declaration => SetIn(declaration, method.Parameters[place].Name));
    }

    // `group.Needs(…)` counts, `group.MapGet(…).Needs(…)` is the rule of that endpoint only.
    private static bool SetOn(VariableDeclaratorSyntax variable) =>
        variable.FirstAncestorOrSelf<BlockSyntax>() is { } block && SetIn(block, variable.Identifier.ValueText);

    private static bool SetIn(SyntaxNode body, string builder) =>
        body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == builder && SetOn(name));

    private static bool SetOn(ExpressionSyntax at)
    {
        while (at.Parent is MemberAccessExpressionSyntax access && access.Expression == at && access.Parent is InvocationExpressionSyntax next)
        {
            var call = access.Name.Identifier.ValueText;
            if (Rules.Contains(call)) return true;
            if (call.StartsWith("Map", StringComparison.Ordinal)) return false;
            at = next;
        }
        return false;
    }
}
