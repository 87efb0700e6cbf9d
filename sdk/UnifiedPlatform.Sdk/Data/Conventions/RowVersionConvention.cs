using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>An <c>int Version</c> is the row version: raised by every write, compared by every write.</summary>
internal sealed class RowVersionConvention : IModelFinalizingConvention
{
    public const string Property = "Version";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            if (entity.FindDeclaredProperty(Property) is { } version && version.ClrType == typeof(int) && !version.IsKey())
                version.Builder.IsConcurrencyToken(true);
    }
}
