using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Whom the security officer trusts and what administrators granted, read from the host's database and held until the next reading.</summary>
internal sealed class TrustStore(IServiceScopeFactory scopes, PlatformOptions options, IConfiguration settings) : IPackageTrust, IModuleCapabilities
{
    private readonly IReadOnlyList<TrustedPublisher> _configured = ConfiguredPublishers.Read(options, settings);
    private volatile TrustState? _state;

    public TrustedPublishers Current => State.Publishers;

    private TrustState State => _state ??= Read();

    public async ValueTask<TrustedPublishers> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ModulesDbContext>();
        var state = Make(
            await database.Publishers.AsNoTracking().ToListAsync(cancellationToken), await database.PublisherKeys.AsNoTracking().ToListAsync(cancellationToken),
            await database.RevokedPackages.AsNoTracking().ToListAsync(cancellationToken), await database.Grants.AsNoTracking().Where(grant => !grant.Orphaned).ToListAsync(cancellationToken));
        _state = state;
        return state.Publishers;
    }

    /// <summary>Reads anew when next asked.</summary>
    public void Forget() => _state = null;

    public bool Granted(string moduleId, string capability) => State.Decisions.TryGetValue((moduleId, capability), out var granted) && granted;

    public bool Decided(string moduleId, string capability) => State.Decisions.ContainsKey((moduleId, capability));

    private TrustState Read()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<ModulesDbContext>();
        return Make(database.Publishers.AsNoTracking().ToList(), database.PublisherKeys.AsNoTracking().ToList(), database.RevokedPackages.AsNoTracking().ToList(), database.Grants.AsNoTracking().Where(grant => !grant.Orphaned).ToList());
    }

    private TrustState Make(IEnumerable<Publisher> publishers, IEnumerable<PublisherKey> keys, IEnumerable<RevokedPackage> revoked, IEnumerable<ModuleGrant> grants)
    {
        var byId = publishers.ToDictionary(publisher => publisher.Id);
        var known = keys.Where(key => byId.ContainsKey(key.Publisher)).Select(key => (Key: key, Publisher: byId[key.Publisher], Signer: new PackagePublisher(byId[key.Publisher].Name, key.Fingerprint, byId[key.Publisher].Level))).ToArray();
        var stopped = known.Where(entry => entry.Key.RevokedAt is not null).ToFrozenDictionary(entry => entry.Key.Fingerprint, entry => new RevokedTrust(entry.Signer, entry.Key.PublicKey, entry.Key.RevokedReason ?? ""));
        var trusted = known.Where(entry => entry.Key.RevokedAt is null).Select(entry => new TrustedPublisher(entry.Signer, entry.Key.PublicKey, Words.Of(entry.Publisher.IdPrefixes), entry.Publisher.Ceiling is { } ceiling ? Words.Of(ceiling) : null));
        // A key entered on the page counts as the page says, also when a setting names it.
        var configured = _configured.Where(publisher => known.All(entry => entry.Key.Fingerprint != publisher.Publisher.Fingerprint));
        return new TrustState(
            new TrustedPublishers([.. trusted, .. configured], stopped, revoked.ToFrozenDictionary(package => package.Hash, package => package.Reason)),
            grants.ToFrozenDictionary(grant => (grant.Module, grant.Capability), grant => grant.Granted));
    }
}
