using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.PartyBuilding.Contacts;
using UnifiedPlatform.Sdk.Parts;

namespace UnifiedPlatform.PartyBuilding.Data;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<ContactTask>
{
    public void Configure(EntityTypeBuilder<ContactTask> builder)
    {
        builder.HasPartTask("contact_tasks");
        builder.Property(x => x.Words).HasMaxLength(ContactTask.WordsLength);
        builder.HasIndex(x => x.MemberId);
    }
}
