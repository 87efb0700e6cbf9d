using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Changes the trust store in the caller's transaction. What it changes counts from the commit on.</summary>
internal sealed class PublisherAdministration(ModulesDbContext database, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, TrustStore store, IActorAccessor acting, IAudit audit, TimeProvider clock)
{
    /// <summary>Enters a publisher with its first key.</summary>
    public async Task<PublisherFault?> AddAsync(PublisherDraft draft, string pem, string typedFingerprint, string reason, CancellationToken cancellationToken)
    {
        if (Fault(draft) is { } fault) return fault;
        if (await database.Publishers.AnyAsync(row => row.Name == draft.Name, cancellationToken)) return new("name", Keys.PublisherNameTaken);
        var publisher = new Publisher
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = draft.Name, Level = draft.Level, IdPrefixes = string.Join(' ', draft.IdPrefixes), Ceiling = Joined(draft.Ceiling), AddedAt = clock.GetUtcNow(), AddedBy = Actor,
        };
        if (await AddKeyAsync(publisher.Id, pem, typedFingerprint, cancellationToken) is { } wrong) return wrong;
        database.Publishers.Add(publisher);
        await ChangedAsync(publisher.Id.ToString(), "create", reason, cancellationToken);
        return null;
    }

    /// <summary>Enters a further key, so that a publisher can change its key without a day on which neither counts.</summary>
    public async Task<PublisherFault?> AddKeyAsync(Guid publisher, string pem, string typedFingerprint, string reason, CancellationToken cancellationToken)
    {
        if (await AddKeyAsync(publisher, pem, typedFingerprint, cancellationToken) is { } fault) return fault;
        await ChangedAsync(publisher.ToString(), "key", reason, cancellationToken);
        return null;
    }

    public async Task<PublisherFault?> ChangeAsync(Publisher publisher, PublisherDraft draft, string reason, CancellationToken cancellationToken)
    {
        if (Fault(draft) is { } fault) return fault;
        (publisher.Level, publisher.IdPrefixes, publisher.Ceiling) = (draft.Level, string.Join(' ', draft.IdPrefixes), Joined(draft.Ceiling));
        await ChangedAsync(publisher.Id.ToString(), "edit", reason, cancellationToken);
        return null;
    }

    /// <summary>The key counts no more. What runs goes on until its next start; the page says so.</summary>
    public async Task<PublisherFault?> RevokeKeyAsync(string fingerprint, string reason, CancellationToken cancellationToken)
    {
        if (reason.Length == 0) return new("revoke-reason", Keys.PublisherReasonMissing);
        if (await database.PublisherKeys.SingleOrDefaultAsync(row => row.Fingerprint == fingerprint && row.RevokedAt == null, cancellationToken) is not { } key) return new("key", Keys.PublisherKeyUnknown);
        (key.RevokedAt, key.RevokedBy, key.RevokedReason) = (clock.GetUtcNow(), Actor, reason);
        await ChangedAsync(key.Publisher.ToString(), "key", reason, cancellationToken);
        return null;
    }

    /// <summary>One package counts no more.</summary>
    public async Task<PublisherFault?> RevokePackageAsync(string typedHash, string reason, CancellationToken cancellationToken)
    {
        var hash = KeyFingerprint.Typed(typedHash);
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) return new("hash", Keys.PublisherHashInvalid);
        if (reason.Length == 0) return new("package-reason", Keys.PublisherReasonMissing);
        if (await database.RevokedPackages.AnyAsync(row => row.Hash == hash, cancellationToken)) return new("hash", Keys.PublisherHashTaken);
        database.RevokedPackages.Add(new RevokedPackage { Hash = hash, Reason = reason, RevokedAt = clock.GetUtcNow(), RevokedBy = Actor });
        await ChangedAsync(hash, "edit", reason, cancellationToken, "security.package");
        return null;
    }

    private string Actor => acting.Actor?.Account.ToString() ?? "host";

    private static PublisherFault? Fault(PublisherDraft draft)
    {
        if (draft.Name.Length is 0 or > Publisher.NameLength) return new("name", Keys.PublisherNameMissing);
        if (draft.IdPrefixes.Count == 0) return new("prefixes", Keys.PublisherPrefixMissing);
        if (draft.IdPrefixes.FirstOrDefault(prefix => !ModuleId.IsValid(prefix.TrimEnd('-'))) is { } wrong) return new("prefixes", Keys.PublisherPrefixInvalid, wrong);
        return draft.Ceiling.FirstOrDefault(capability => !Capabilities.IsPattern(capability)) is { } unknown ? new("ceiling", Keys.PublisherCeilingInvalid, unknown) : null;
    }

    private async Task<PublisherFault?> AddKeyAsync(Guid publisher, string pem, string typedFingerprint, CancellationToken cancellationToken)
    {
        if (pem.Contains("PRIVATE", StringComparison.Ordinal)) return new("public-key", Keys.PublisherKeyPrivate);
        string fingerprint, clean;
        try
        {
            using var key = PublicKeys.Read(pem);
            (fingerprint, clean) = (KeyFingerprint.Of(key), key.ExportSubjectPublicKeyInfoPem());
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return new("public-key", Keys.PublisherKeyInvalid);
        }
        if (KeyFingerprint.Typed(typedFingerprint) != fingerprint) return new("fingerprint", Keys.PublisherFingerprintDiffers);
        if (await database.PublisherKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Fingerprint == fingerprint, cancellationToken) is { } known)
            return new("public-key", known.RevokedAt is null ? Keys.PublisherKeyTaken : Keys.PublisherKeyWasRevoked);
        database.PublisherKeys.Add(new PublisherKey { Fingerprint = fingerprint, Publisher = publisher, PublicKey = clean, AddedAt = clock.GetUtcNow(), AddedBy = Actor });
        return null;
    }

    private async Task ChangedAsync(string id, string act, string reason, CancellationToken cancellationToken, string type = "security.publisher")
    {
        await database.SaveChangesAsync(cancellationToken);
        audit.Changed(database, new AuditEntry(act, type, id) { Reason = reason.Length == 0 ? null : reason });
        unit.AfterCommit(store.Forget);
    }

    private static string? Joined(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join(' ', words);
}
