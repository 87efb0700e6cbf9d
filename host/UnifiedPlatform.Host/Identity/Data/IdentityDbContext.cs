using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Identity.Data;

/// <summary>Accounts, grants, keys and sessions, in the host's own database.</summary>
internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SignInTry> SignInTries => Set<SignInTry>();

    public DbSet<FormerPassword> FormerPasswords => Set<FormerPassword>();

    public DbSet<Installation> Installations => Set<Installation>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Account>(table =>
        {
            table.ToTable("account");
            table.Property(account => account.UserName).HasMaxLength(60);
            table.Property(account => account.Name).HasMaxLength(100);
            table.Property(account => account.Language).HasMaxLength(10);
            table.HasIndex(account => account.UserName).IsUnique();
            table.HasIndex(account => account.InviteHash);
        });
        modelBuilder.Entity<Grant>(table =>
        {
            table.ToTable("access_grant");
            table.HasIndex(grant => grant.Account);
        });
        modelBuilder.Entity<ApiKey>(table =>
        {
            table.ToTable("api_key").HasKey(key => key.Id);
            table.HasIndex(key => key.Account);
        });
        modelBuilder.Entity<Session>(table =>
        {
            table.ToTable("session");
            table.HasIndex(session => session.SidHash).IsUnique();
            table.HasIndex(session => new { session.Account, session.EndedAt });
        });
        modelBuilder.Entity<SignInTry>().ToTable("sign_in_try").HasKey(row => row.Key);
        modelBuilder.Entity<FormerPassword>(table =>
        {
            table.ToTable("former_password");
            table.HasIndex(password => new { password.Account, password.At });
        });
        modelBuilder.Entity<Installation>().ToTable("installation");
    }
}
