using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>Names the columns of a scoped row and adds the ancestor columns, which the database computes and so cannot drift.</summary>
internal sealed class ScopeConvention(DatabaseKind kind) : IEntityTypeAddedConvention, IModelFinalizingConvention
{
    public void ProcessEntityTypeAdded(IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (!typeof(IScoped).IsAssignableFrom(entityTypeBuilder.Metadata.ClrType) || entityTypeBuilder.Metadata.BaseType is not null) return;
        Ancestor(entityTypeBuilder, ScopeColumns.Region9, 9);
        Ancestor(entityTypeBuilder, ScopeColumns.Region6, 6);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            foreach (var scope in entity.GetDeclaredComplexProperties().Where(complex => complex.ComplexType.ClrType == typeof(Scope)))
                foreach (var property in scope.ComplexType.GetProperties()) Name(property);
    }

    private void Ancestor(IConventionEntityTypeBuilder entity, string name, int length)
    {
        var column = entity.Property(typeof(string), name);
        column?.IsRequired(false);
        column?.HasMaxLength(length);
        column?.HasComputedColumnSql($"substr(region, 1, {length})");
        column?.IsStoredComputedColumn(kind == DatabaseKind.PostgreSql);
    }

    private static void Name(IConventionProperty property)
    {
        property.Builder.HasColumnName(SnakeCaseConvention.Snake(property.Name));
        if (property.Name == nameof(Scope.Region)) property.Builder.HasMaxLength(12);
        if (property.Name == nameof(Scope.Grid)) property.Builder.HasMaxLength(16);
        if (property.Name == nameof(Scope.Dept)) property.Builder.HasMaxLength(4);
    }
}
