using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Residents.Register;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Builds the index anew at start when it is missing, damaged, or made by other tokens or keys. A large one is built while the host serves.</summary>
internal sealed class IndexStart(IServiceScopeFactory scopes, IResidentIndex index, RegisterReader register, IndexDocuments documents, ILogger<IndexStart> log) : IHostedService, IReadinessCheck, IDisposable
{
    private const int Batch = 500, BuiltBeforeServing = 5_000;
    private readonly CancellationTokenSource _stopping = new();
    private Task _build = Task.CompletedTask;

    public string Name => "resident-index";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await index.StateAsync(cancellationToken)).Usable) return;
        await using var scope = scopes.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().People.CountAsync(cancellationToken);
        if (people <= BuiltBeforeServing) await BuildAsync(cancellationToken);
        else _build = Task.Run(() => BuildAsync(_stopping.Token), CancellationToken.None);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _build.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => new(_build switch
    {
        { IsFaulted: true } => "the resident index could not be built; searching finds nobody until it is",
        { IsCompleted: false } => "the resident index is being built",
        _ => null,
    });

    public void Dispose() => _stopping.Dispose();

    private async Task BuildAsync(CancellationToken cancellationToken)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await index.RebuildAsync(EverybodyAsync(cancellationToken), cancellationToken);
        log.LogInformation("The resident index was built in {Seconds:0.0} s", watch.Elapsed.TotalSeconds);
    }

    private async IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> EverybodyAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
        var ids = await database.People.AsNoTracking().OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var batch in ids.Chunk(Batch))
        {
            var people = await register.IndexedAsync(database, batch, cancellationToken);
            yield return [.. people.Select(documents.Of)];
        }
    }
}
