using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.SocialLinkage.Assessments;

namespace UnifiedPlatform.SocialLinkage.Data;

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<AssessmentTask>
{
    public void Configure(EntityTypeBuilder<AssessmentTask> builder)
    {
        builder.HasPartTask("assessment_tasks");
        builder.Property(x => x.Services).HasMaxLength(100);
        builder.Property(x => x.Risks).HasMaxLength(100);
        builder.Property(x => x.Words).HasMaxLength(Finding.WordsLength);
    }
}
