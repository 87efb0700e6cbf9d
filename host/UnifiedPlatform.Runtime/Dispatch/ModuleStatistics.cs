using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>What one module did since the host started, over all its generations. Nobody waits for anybody: figures may be one request apart from each other.</summary>
internal sealed class ModuleStatistics
{
    private const int Kept = 512, MaximumUses = 4_000;
    private readonly double[] _lastMs = new double[Kept];
    private readonly ConcurrentDictionary<(string Feature, string Department), StrongBox<long>> _uses = new();
    private readonly long[] _done = new long[Enum.GetValues<ModuleWork>().Length];
    private readonly long[] _failed = new long[Enum.GetValues<ModuleWork>().Length];
    private long _requests;
    private long _errors;
    private long _databaseBytes = -1;

    /// <summary>Bytes of the database at the last measurement; null: none.</summary>
    public long? DatabaseBytes
    {
        get => Volatile.Read(ref _databaseBytes) is >= 0 and var bytes ? bytes : null;
        set => Volatile.Write(ref _databaseBytes, value ?? -1);
    }

    public IReadOnlyList<ModuleUsage> Uses => [.. _uses.Select(use => new ModuleUsage(use.Key.Feature, use.Key.Department, Volatile.Read(ref use.Value.Value)))];

    public long Requests => Volatile.Read(ref _requests);

    public long Errors => Volatile.Read(ref _errors);

    public void Record(int status, TimeSpan duration)
    {
        var number = Interlocked.Increment(ref _requests) - 1;
        _lastMs[number % Kept] = duration.TotalMilliseconds;
        if (status >= StatusCodes.Status500InternalServerError) Interlocked.Increment(ref _errors);
    }

    public void Use(string feature, string department)
    {
        if (!_uses.TryGetValue((feature, department), out var count))
        {
            if (_uses.Count >= MaximumUses) return;
            count = _uses.GetOrAdd((feature, department), static _ => new StrongBox<long>());
        }
        Interlocked.Increment(ref count.Value);
    }

    public void Record(ModuleWork work, bool failed)
    {
        Interlocked.Increment(ref _done[(int)work]);
        if (failed) Interlocked.Increment(ref _failed[(int)work]);
    }

    public ModuleCount Of(ModuleWork work) => new(Volatile.Read(ref _done[(int)work]), Volatile.Read(ref _failed[(int)work]));

    public (long Requests, double ErrorRate, double P95Ms) Figures()
    {
        var (requests, errors) = (Requests, Errors);
        if (requests == 0) return (0, 0, 0);
        var last = _lastMs[..(int)Math.Min(requests, Kept)];
        Array.Sort(last);
        return (requests, (double)errors / requests, Math.Round(last[(int)Math.Ceiling(last.Length * 0.95) - 1], 2));
    }
}
