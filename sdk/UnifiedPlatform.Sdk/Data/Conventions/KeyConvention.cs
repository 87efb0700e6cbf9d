using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace UnifiedPlatform.Sdk.Data.Conventions;

/// <summary>Keys are given by the code; only whole-number keys of a single column are numbered by the database.</summary>
internal sealed class KeyConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var key in modelBuilder.Metadata.GetEntityTypes().SelectMany(type => type.GetDeclaredKeys()))
            foreach (var property in key.Properties)
                if (property.ClrType != typeof(int) && property.ClrType != typeof(long)) property.Builder.ValueGenerated(ValueGenerated.Never);
    }
}
