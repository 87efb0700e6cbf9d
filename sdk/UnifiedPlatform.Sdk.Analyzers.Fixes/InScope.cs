using System.Linq;
using Microsoft.CodeAnalysis;

namespace UnifiedPlatform.Sdk.Analyzers.Fixes;

/// <summary>Looks for something the code could use where the problem is.</summary>
internal static class InScope
{
    /// <summary>Name of a parameter, local, field or property of the type; null: none.</summary>
    public static string? Find(FixPlace place, string type) => place.Model.LookupSymbols(place.Node.SpanStart).FirstOrDefault(symbol => TypeOf(symbol).Is(type))?.Name;

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        ILocalSymbol local => local.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
