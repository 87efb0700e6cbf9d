using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>The register as the source of an index: read in steps by key, so that a million people never lie in memory at once.</summary>
public sealed class RegisterSource(IServiceScopeFactory scopes, RegisterReader register, IndexDocuments documents) : IIndexSource
{
    private const int Batch = 500;

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> EverybodyAsync(CancellationToken cancellationToken) => ReadAsync(people => people, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> ChangedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        ReadAsync(people => people.Where(person => person.ChangedAt >= since), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<int, BucketSum>> BucketsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ResidentsDbContext>().SumsAsync(cancellationToken);
    }

    private async IAsyncEnumerable<IReadOnlyCollection<IndexDocument>> ReadAsync(Func<IQueryable<Person>, IQueryable<Person>> those, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Guid? last = null;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<ResidentsDbContext>();
            var people = those(database.People.BeyondAccess(RegisterReader.Everybody).AsNoTracking());
            if (last is { } after) people = people.Where(person => person.Id.CompareTo(after) > 0);
            var ids = await people.OrderBy(person => person.Id).Select(person => person.Id).Take(Batch).ToListAsync(cancellationToken);
            if (ids.Count == 0) yield break;
            var indexed = await register.IndexedAsync(database, ids, cancellationToken);
            IndexDocument[] made = [.. indexed.Select(documents.Of)];
            yield return made;
            await scope.ServiceProvider.GetRequiredKeyedService<IUnitOfWork>("residents").HeldAsync(made, cancellationToken);
            last = ids[^1];
        }
    }
}
