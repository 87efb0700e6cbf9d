using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Residents.Register;

/// <summary>Reads and writes the marks of the index, in plain SQL: a rebuild touches every person.</summary>
internal static class IndexMarks
{
    private const string Table = "index_mark";

    /// <summary>Says inside the change's own transaction that the index should hold these versions.</summary>
    public static async ValueTask WantAsync(this IUnitOfWork unit, IEnumerable<Person> changed, CancellationToken cancellationToken)
    {
        await using var command = unit.Command(
            $"""
            INSERT INTO {Table}(person_id, bucket, wanted, held, low, high, gone) VALUES(@id, @bucket, @wanted, 0, 0, 0, @gone)
            ON CONFLICT(person_id) DO UPDATE SET wanted = excluded.wanted
            """);
        foreach (var person in changed)
        {
            command.Parameters.Clear();
            command.Add("@id", person.Id).Add("@bucket", IndexDocuments.BucketOf(person.Id)).Add("@wanted", person.Version).Add("@gone", false);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <summary>Notes what the index has taken. A mark that is further already stays.</summary>
    public static async ValueTask HeldAsync(this IUnitOfWork unit, IEnumerable<IndexDocument> documents, CancellationToken cancellationToken)
    {
        await unit.RunAsync(async token =>
        {
            await using var command = unit.Command(
                $"""
                INSERT INTO {Table}(person_id, bucket, wanted, held, low, high, gone) VALUES(@id, @bucket, @version, @version, @low, @high, @gone)
                ON CONFLICT(person_id) DO UPDATE SET held = excluded.held, low = excluded.low, high = excluded.high, gone = excluded.gone,
                  wanted = CASE WHEN {Table}.wanted > excluded.wanted THEN {Table}.wanted ELSE excluded.wanted END
                WHERE {Table}.held <= excluded.held
                """);
            foreach (var document in documents)
            {
                var (low, high) = BucketSum.Halves(document.Checksum);
                command.Parameters.Clear();
                command.Add("@id", document.Id).Add("@bucket", document.Bucket).Add("@version", (int)document.Version).Add("@low", low).Add("@high", high).Add("@gone", document.Gone);
                await command.ExecuteNonQueryAsync(token);
            }
        }, cancellationToken);
    }

    /// <summary>People whom the index does not hold as they are, the longest known first.</summary>
    public static IQueryable<Guid> BehindIds(this ResidentsDbContext database) =>
        database.IndexMarks.AsNoTracking().Where(mark => mark.Wanted > mark.Held).OrderBy(mark => mark.PersonId).Select(mark => mark.PersonId);

    /// <summary>What an index that holds everything would sum up to.</summary>
    public static async ValueTask<IReadOnlyDictionary<int, BucketSum>> SumsAsync(this ResidentsDbContext database, CancellationToken cancellationToken) =>
        await database.IndexMarks.AsNoTracking().Where(mark => mark.Held > 0 && !mark.Gone).GroupBy(mark => mark.Bucket)
            .Select(bucket => new { bucket.Key, Count = bucket.LongCount(), Low = bucket.Sum(mark => mark.Low), High = bucket.Sum(mark => mark.High) })
            .ToDictionaryAsync(bucket => bucket.Key, bucket => new BucketSum(bucket.Count, bucket.Low, bucket.High), cancellationToken);

    /// <summary>The marks of a bucket.</summary>
    public static async ValueTask<IReadOnlyList<IndexedVersion>> BucketAsync(this ResidentsDbContext database, int bucket, CancellationToken cancellationToken) =>
        await database.IndexMarks.AsNoTracking().Where(mark => mark.Bucket == bucket && mark.Held > 0 && !mark.Gone)
            .Select(mark => new IndexedVersion(mark.PersonId, mark.Held, (mark.High << 32) | mark.Low)).ToListAsync(cancellationToken);
}
