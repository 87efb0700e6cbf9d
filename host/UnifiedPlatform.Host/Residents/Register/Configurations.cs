using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.Property(x => x.Name).HasMaxLength(200);
        builder.Property(x => x.Pinyin).HasMaxLength(200);
        builder.Property(x => x.DocumentKind).HasMaxLength(3);
        builder.Property(x => x.Sex).HasMaxLength(1);
        builder.Property(x => x.AgeBand).HasMaxLength(8);
        builder.Property(x => x.HukouRegion).HasMaxLength(12);
        builder.Property(x => x.Sources).HasConversion(s => s.ToString(), packed => FieldSources.Parse(packed));
        builder.HasIndex(x => x.DocumentKey).IsUnique().HasFilter("document_key IS NOT NULL AND NOT disputed");
        builder.HasIndex(x => x.AddressId);
        // Exact look-ups while the index is away, and what changed since one was begun.
        builder.HasIndex(x => x.Name);
        builder.HasIndex(x => x.ChangedAt);
        // The daily renewal of age bands looks at the years whose band may turn.
        builder.HasIndex(x => x.BirthYear);
        builder.HasIndex(ScopeColumns.Region9, nameof(Person.ChangedAt));
        builder.HasOne<Address>().WithMany().HasForeignKey(x => x.AddressId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AddressConfiguration : IEntityTypeConfiguration<Address>
{
    public void Configure(EntityTypeBuilder<Address> builder)
    {
        builder.ToTable("address");
        builder.Property(x => x.Region).HasMaxLength(12);
        builder.Property(x => x.Grid).HasMaxLength(16);
        builder.Property(x => x.Line).HasMaxLength(200);
        builder.Property(x => x.Key).HasMaxLength(400);
        builder.HasIndex(x => x.Key).IsUnique();
    }
}

internal sealed class HukouHouseholdConfiguration : IEntityTypeConfiguration<HukouHousehold>
{
    public void Configure(EntityTypeBuilder<HukouHousehold> builder)
    {
        builder.ToTable("hukou_household");
        builder.Property(x => x.Region).HasMaxLength(12);
        builder.Property(x => x.Key).HasMaxLength(64);
        builder.HasIndex(x => new { x.Region, x.Key }).IsUnique();
    }
}

internal sealed class DwellingHouseholdConfiguration : IEntityTypeConfiguration<DwellingHousehold>
{
    public void Configure(EntityTypeBuilder<DwellingHousehold> builder)
    {
        builder.ToTable("dwelling_household");
        builder.Property(x => x.Region).HasMaxLength(12);
        builder.Property(x => x.Key).HasMaxLength(64);
        builder.HasIndex(x => new { x.Region, x.Key }).IsUnique();
        builder.HasIndex(x => x.AddressId);
    }
}

internal sealed class HouseholdMemberConfiguration : IEntityTypeConfiguration<HouseholdMember>
{
    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        builder.ToTable("household_member");
        builder.Property(x => x.Relation).HasMaxLength(2);
        builder.HasIndex(x => x.HouseholdId);
        // Registered in one household only, living in one only (户口登记条例 5, 6).
        builder.HasIndex(x => new { x.PersonId, x.Kind }).IsUnique().HasFilter("until IS NULL");
        builder.HasOne<Person>().WithMany().HasForeignKey(x => x.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ResidentTagConfiguration : IEntityTypeConfiguration<ResidentTag>
{
    public void Configure(EntityTypeBuilder<ResidentTag> builder)
    {
        builder.ToTable("resident_tag");
        builder.Property(x => x.Source).HasMaxLength(41);
        builder.Property(x => x.Kind).HasMaxLength(64);
        builder.Property(x => x.LegalBasis).HasMaxLength(200);
        builder.Property(x => x.Dept).HasMaxLength(4);
        builder.HasIndex(x => new { x.PersonId, x.Source, x.Kind }).IsUnique();
    }
}

internal sealed class LifeEventConfiguration : IEntityTypeConfiguration<LifeEvent>
{
    public void Configure(EntityTypeBuilder<LifeEvent> builder)
    {
        builder.ToTable("life_event");
        builder.Property(x => x.Source).HasMaxLength(41);
        builder.HasIndex(x => new { x.PersonId, x.RecordedAt });
    }
}

internal sealed class RevealUseConfiguration : IEntityTypeConfiguration<RevealUse>
{
    public void Configure(EntityTypeBuilder<RevealUse> builder)
    {
        builder.ToTable("reveal_use");
        builder.HasIndex(x => new { x.Account, x.At });
    }
}

internal sealed class IndexMarkConfiguration : IEntityTypeConfiguration<IndexMark>
{
    public void Configure(EntityTypeBuilder<IndexMark> builder)
    {
        builder.ToTable("index_mark");
        builder.HasKey(x => x.PersonId);
        builder.HasIndex(x => x.Bucket);
        builder.HasIndex(x => x.Wanted).HasDatabaseName("ix_index_mark_behind").HasFilter("wanted > held");
    }
}
