using Microsoft.EntityFrameworkCore.Metadata;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>Walks a model with its complex types.</summary>
internal static class ModelWalk
{
    public static IEnumerable<IConventionProperty> AllProperties(this IConventionModel model) => model.GetEntityTypes().SelectMany(AllProperties);

    public static IEnumerable<IConventionProperty> AllProperties(this IConventionTypeBase type) =>
        type.GetDeclaredProperties().Concat(type.GetDeclaredComplexProperties().SelectMany(complex => complex.ComplexType.AllProperties()));
}
