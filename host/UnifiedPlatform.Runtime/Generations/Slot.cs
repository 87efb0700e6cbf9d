using UnifiedPlatform.Runtime.Dispatch;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Runtime.Generations;

/// <summary>The place of one module: at most one current generation, exchanged by one write.</summary>
internal sealed class Slot(string id, ModuleRuntimeOptions options, TimeProvider clock) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<WeakReference> _leaked = [];
    private volatile Generation? _current;
    private volatile InstalledPackage? _package;
    private volatile Standing _standing = new("", ModuleState.Stopped, new LocalizedText(id, id), clock.GetUtcNow(), null, null);
    private TaskCompletionSource? _opening;
    private string? _waitingForRestart;
    private int _generations;

    public string Id { get; } = id;

    public ModuleStatistics Statistics { get; } = new();

    public Quarantine Quarantine { get; } = new(options.CrashLimit, options.CrashWindow, clock);

    /// <summary>One change of generation at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    public bool IsRunning => _current is not null;

    public Generation? Current => _current;

    /// <summary>What runs, or what the first hit starts.</summary>
    public InstalledPackage? Package => _package;

    public ModuleState State => _standing.State;

    /// <summary>Completes when the module answers or it is plain that it will not; null: nothing is under way.</summary>
    public Task? Opening => Volatile.Read(ref _opening)?.Task;

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

    /// <summary>Takes the cold package to start it; false for everybody but the first.</summary>
    public bool TryWake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out InstalledPackage? package)
    {
        lock (_gate)
        {
            package = _standing.State == ModuleState.Cold ? _package : null;
            if (package is not null) BeginOpening(package);
            return package is not null;
        }
    }

    /// <summary>No version serves, one is being started: who asks now waits for it.</summary>
    public void BeginOpening(InstalledPackage package)
    {
        lock (_gate)
        {
            _package = package;
            Interlocked.CompareExchange(ref _opening, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), null);
            Stand(ModuleState.Starting, package.Manifest, null);
        }
    }

    public void EndOpening() => Interlocked.Exchange(ref _opening, null)?.TrySetResult();

    public Generation? Exchange(Generation? next, InstalledPackage? package)
    {
        if (next is not null) Interlocked.Increment(ref _generations);
        if (package is not null) _package = package;
        return Interlocked.Exchange(ref _current!, next);
    }

    public void Stand(ModuleState state, ModuleManifest? manifest, ModuleFailure? failure, string version = "")
    {
        lock (_gate)
            _standing = new Standing(manifest?.Version ?? version, state, manifest?.Title ?? new LocalizedText(Id, Id), clock.GetUtcNow(), failure, manifest);
    }

    /// <summary>Stands cold, unless it runs, starts or may not run.</summary>
    public bool Announce(InstalledPackage package)
    {
        lock (_gate)
        {
            if (IsRunning || _standing.State is ModuleState.Starting or ModuleState.Draining) return false;
            if (Quarantine.Holds(package.Manifest.Version)) return false;
            _package = package;
            Stand(ModuleState.Cold, package.Manifest, null);
            return true;
        }
    }

    public bool Release()
    {
        if (!Quarantine.Clear()) return false;
        if (_standing.State == ModuleState.Quarantined && _package is { } package) Announce(package);
        else Keep(null);
        return true;
    }

    public void Keep(ModuleFailure? failure)
    {
        lock (_gate) _standing = _standing with { Failure = failure };
    }

    public void WaitForRestart(string? version) => Volatile.Write(ref _waitingForRestart, version);

    /// <summary>Remembers a generation whose code did not go, weakly: it may still go later.</summary>
    public void Ended(WeakReference code, bool collected)
    {
        if (collected) return;
        lock (_leaked) _leaked.Add(code);
    }

    public int Generations => Volatile.Read(ref _generations);

    public int Leaked
    {
        get
        {
            lock (_leaked) return _leaked.Count - _leaked.RemoveAll(code => !code.IsAlive);
        }
    }

    public ModuleStatus Status()
    {
        var (standing, figures) = (_standing, Statistics.Figures());
        return new ModuleStatus(Id, standing.Version, standing.State, standing.Title, standing.Since, standing.Failure, figures.Requests, figures.ErrorRate, figures.P95Ms, standing.Manifest)
        {
            Generations = Generations,
            Leaked = Leaked,
            Inside = _current?.Leases.Inside ?? 0,
            Crashes = Quarantine.Crashes,
            WaitingForRestart = Volatile.Read(ref _waitingForRestart),
            Jobs = Statistics.Of(ModuleWork.Job),
            Topics = Statistics.Of(ModuleWork.Topic),
            DatabaseBytes = Statistics.DatabaseBytes,
        };
    }

    public void Dispose() => Turn.Dispose();

    // The doors of a generation close after its successor stands; without one the module is away.
    private Generation? Next(Generation closed) => _current is { } current && current != closed ? current : null;

    private sealed record Standing(string Version, ModuleState State, LocalizedText Title, DateTimeOffset Since, ModuleFailure? Failure, ModuleManifest? Manifest);
}
