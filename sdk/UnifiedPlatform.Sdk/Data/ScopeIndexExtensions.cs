using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Indexes that begin with a scope column. EF cannot name members of a complex type in an index.</summary>
public static class ScopeIndexExtensions
{
    private const string Annotation = "Platform:ScopeIndexes";

    /// <summary>Adds an index over columns by their names in the table, e.g. <c>HasScopeIndex("dept", "status", "due_on DESC", "id")</c>. Made after the migrations, when it is not there.</summary>
    public static EntityTypeBuilder<T> HasScopeIndex<T>(this EntityTypeBuilder<T> builder, params string[] columns) where T : class, IScoped
    {
        ArgumentNullException.ThrowIfNull(builder);
        var all = builder.Metadata.FindAnnotation(Annotation)?.Value as string;
        builder.HasAnnotation(Annotation, (all is null ? "" : all + ";") + string.Join(',', columns));
        return builder;
    }

    internal static IEnumerable<string[]> ScopeIndexes(this IReadOnlyEntityType entity) =>
        entity.FindAnnotation(Annotation)?.Value is string all ? all.Split(';').Select(columns => columns.Split(',')) : [];
}
