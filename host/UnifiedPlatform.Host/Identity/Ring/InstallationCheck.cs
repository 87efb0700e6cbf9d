using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Data;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Whether keys and database belong to the same installation.</summary>
internal sealed class InstallationCheck(KeyRing ring, PlatformOptions options, TimeProvider clock)
{
    public async Task BelongTogetherAsync(IdentityDbContext database, CancellationToken cancellationToken)
    {
        var installation = await database.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (installation is null)
        {
            database.Installations.Add(new Installation { Id = ring.Installation, CreatedAt = clock.GetUtcNow() });
            await database.SaveChangesAsync(cancellationToken);
            return;
        }
        if (installation.Id == ring.Installation) return;
        if (ring.IsNew) ring.Discard();
        throw new StartupFailure(ring.IsNew
            ? $"The keys of this data directory are missing: {options.Keys} had no {KeyRing.FileName}. Put the key directory back or name it with --keys DIR; without it identity numbers and phones stay closed."
            : $"The keys in {options.Keys} belong to another installation than the data. Name the right key directory with --keys DIR.");
    }
}
