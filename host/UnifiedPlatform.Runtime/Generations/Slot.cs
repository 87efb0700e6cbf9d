using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The place of one module: at most one current generation, exchanged by one write.</summary>
internal sealed class Slot(string id, TimeProvider clock) : IDisposable
{
    private volatile Generation? _current;
    private volatile InstalledPackage? _package;
    private volatile Standing _standing = new("", ModuleState.Stopped, new LocalizedText(id, id), clock.GetUtcNow(), null, null);

    public string Id { get; } = id;

    public ModuleStatistics Statistics { get; } = new();

    /// <summary>One change of generation at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public bool TryEnter(out Lease lease)
    {
        for (var generation = _current; generation is not null; generation = Next(generation))
            if (generation.Leases.TryEnter())
            {
                lease = new Lease(generation);
                return true;
            }
        lease = default;
        return false;
    }

    public bool IsRunning => _current is not null;

    /// <summary>What the first hit starts; null: nothing waits.</summary>
    public InstalledPackage? Waiting => _standing.State == ModuleState.Cold ? _package : null;

    public Generation? Exchange(Generation? next) => Interlocked.Exchange(ref _current!, next);

    public void Stand(ModuleState state, ModuleManifest? manifest, ModuleFailure? failure, string version = "") => _standing = new Standing(
        manifest?.Version ?? version, state, manifest?.Title ?? new LocalizedText(Id, Id), clock.GetUtcNow(), failure, manifest);

    /// <summary>Stands cold, unless it runs, starts or may not run.</summary>
    public bool Announce(InstalledPackage package)
    {
        if (IsRunning || _standing.State is ModuleState.Starting or ModuleState.Draining or ModuleState.Quarantined) return false;
        _package = package;
        Stand(ModuleState.Cold, package.Manifest, null);
        return true;
    }

    public bool Release() => false;

    public void Keep(ModuleFailure failure) => _standing = _standing with { Failure = failure };

    public ModuleStatus Status()
    {
        var (standing, figures) = (_standing, Statistics.Figures());
        return new ModuleStatus(Id, standing.Version, standing.State, standing.Title, standing.Since, standing.Failure, figures.Requests, figures.ErrorRate, figures.P95Ms, standing.Manifest);
    }

    public void Dispose() => Turn.Dispose();

    // The doors of a generation close after its successor stands; without one the module is away.
    private Generation? Next(Generation closed) => _current is { } current && current != closed ? current : null;

    private sealed record Standing(string Version, ModuleState State, LocalizedText Title, DateTimeOffset Since, ModuleFailure? Failure, ModuleManifest? Manifest);
}
