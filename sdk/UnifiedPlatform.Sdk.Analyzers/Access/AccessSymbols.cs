using Microsoft.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Analyzers.Access;

/// <summary>Names of the SDK's and the framework's types that the access rules look for.</summary>
internal static class AccessSymbols
{
    public const string EndpointRule = "UnifiedPlatform.Sdk.Access.IEndpointRule";
    public const string Permission = "UnifiedPlatform.Sdk.Modules.PermissionAttribute";
    public const string RouteBuilder = "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";
    public const string Conventions = "Microsoft.AspNetCore.Builder.IEndpointConventionBuilder";
    public const string RouteGroup = "Microsoft.AspNetCore.Routing.RouteGroupBuilder";
    public const string PageRoute = "Microsoft.AspNetCore.Components.RouteAttribute";

    public static bool Is(this ITypeSymbol? type, INamedTypeSymbol? wanted) =>
        type is not null && wanted is not null && (SymbolEqualityComparer.Default.Equals(type, wanted) || type.AllInterfaces.Contains(wanted, SymbolEqualityComparer.Default)
            || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => constraint.Is(wanted))));

    public static bool Carries(this ISymbol symbol, INamedTypeSymbol? attribute) => symbol.GetAttributes().Any(x => x.AttributeClass.Is(attribute));
}
