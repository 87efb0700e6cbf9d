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
                foreach (var property in scope.ComplexType.GetProperties()) property.Builder.HasColumnName(SnakeCaseConvention.Snake(property.Name));
    }

    private void Ancestor(IConventionEntityTypeBuilder entity, string name, int length)
    {
        var column = entity.Property(typeof(string), name);
        column?.IsRequired(false);
        column?.HasComputedColumnSql($"substr(region, 1, {length})");
        column?.IsStoredComputedColumn(kind == DatabaseKind.PostgreSql);
    }
}
