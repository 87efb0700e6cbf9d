using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedModule.Checks;
using UnifiedPlatform.Sdk.Parts;

namespace UnifiedModule.Data;

internal sealed class CheckConfiguration : IEntityTypeConfiguration<CheckTask>
{
    public void Configure(EntityTypeBuilder<CheckTask> builder)
    {
        builder.HasPartTask("check_tasks");
        builder.Property(x => x.Words).HasMaxLength(CheckTask.WordsLength);
    }
}
