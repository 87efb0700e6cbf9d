using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>Names tables, columns, keys and indexes in snake_case, unless the entity names them itself.</summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsMappedToJson()) continue;
            if (entity.BaseType is null && entity.GetTableName() is { } table) entity.Builder.ToTable(Snake(table));
            foreach (var property in entity.AllProperties()) NameColumn(property);
        }
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson())) NameConstraints(entity);
    }

    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            var starts = char.IsUpper(letter) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (starts) snake.Append('_');
            snake.Append(char.ToLowerInvariant(letter));
        }
        return snake.ToString();
    }

    private static void NameColumn(IConventionProperty property)
    {
        if (property.DeclaringType.IsMappedToJson()) return;
        property.Builder.HasColumnName(Snake(property.GetColumnName()));
    }

    private static void NameConstraints(IConventionEntityType entity)
    {
        foreach (var key in entity.GetDeclaredKeys())
            if (key.GetName() is { } name) key.Builder.HasName(Snake(name));
        foreach (var reference in entity.GetDeclaredForeignKeys())
            if (reference.GetConstraintName() is { } name) reference.Builder.HasConstraintName(Snake(name));
        foreach (var index in entity.GetDeclaredIndexes())
            if (index.GetDatabaseName() is { } name) index.Builder.HasDatabaseName(Snake(name));
    }
}
