using System.Buffers;
using System.Text.Json;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>Sends documents in bulks whose size follows what the server takes: doubled while it keeps up, halved when it asks for less. Only items that failed are sent again.</summary>
internal sealed class ServerBulk(SearchTransport transport, TimeProvider clock, TimeSpan limit)
{
    private const int Smallest = 1, Largest = 4_000, MostBytes = 8 * 1024 * 1024, MostAttempts = 8;
    private int _size = 500;

    /// <summary>Writes the documents. Into an alias only while it is one: a server would make an index of that name without asking.</summary>
    public async ValueTask WriteAsync(string target, bool isAlias, IReadOnlyCollection<IndexDocument> documents, bool visible, bool over, CancellationToken cancellationToken)
    {
        IReadOnlyList<IndexDocument> waiting = [.. documents];
        IndexAwayException? refused = null;
        for (var attempt = 0; waiting.Count > 0; attempt++)
        {
            var left = new List<IndexDocument>();
            for (var from = 0; from < waiting.Count;)
            {
                var (body, count) = Body(waiting, from, over);
                var answer = await transport.SendAsync(HttpMethod.Post, $"{target}/_bulk?require_alias={(isAlias ? "true" : "false")}{(visible ? "&refresh=wait_for" : "")}", body, limit, cancellationToken);
                if (answer.Status is 429 or 413 or >= 500)
                {
                    if (attempt + 1 >= MostAttempts || (answer.Status == 413 && count == Smallest)) throw answer.Fault();
                    Smaller();
                    left.AddRange(waiting.Skip(from).Take(count));
                }
                else if (!answer.Done) throw answer.Fault();
                else left.AddRange(Failed(answer, waiting, from, count, ref refused));
                from += count;
            }
            if (left.Count == 0) Larger();
            else if (attempt + 1 >= MostAttempts) throw new IndexAwayException(IndexFault.Overloaded);
            else await Task.Delay(Pause(attempt), clock, cancellationToken);
            waiting = left;
        }
        // The others are written; one that the mapping does not take is told, or it would be missing without a word.
        if (refused is not null) throw refused;
    }

    private (ReadOnlyMemory<byte> Body, int Count) Body(IReadOnlyList<IndexDocument> documents, int from, bool over)
    {
        var body = new ArrayBufferWriter<byte>(64 * 1024);
        var count = 0;
        while (count < _size && from + count < documents.Count && (count == 0 || body.WrittenCount < MostBytes)) ServerDocuments.Write(body, documents[from + count++], over);
        return (body.WrittenMemory, count);
    }

    private static List<IndexDocument> Failed(SearchAnswer answer, IReadOnlyList<IndexDocument> documents, int from, int count, ref IndexAwayException? refused)
    {
        var again = new List<IndexDocument>();
        try
        {
            var items = answer.Body.GetProperty("items");
            if (items.GetArrayLength() != count) throw new IndexAwayException(IndexFault.Garbled, "bulk");
            var place = from;
            foreach (var item in items.EnumerateArray())
            {
                var document = documents[place++];
                var result = item.GetProperty("index");
                var status = result.GetProperty("status").GetInt32();
                if (status is >= 200 and < 300 or 409) continue; // 409: something newer is there already.
                if (status is 429 or >= 500) again.Add(document);
                else refused ??= new SearchAnswer(status, result, false).Fault();
            }
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new IndexAwayException(IndexFault.Garbled, "bulk", error);
        }
        return again;
    }

    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(Math.Min(100 << attempt, 5_000));

    private void Larger() => _size = Math.Min(_size * 2, Largest);

    private void Smaller() => _size = Math.Max(_size / 2, Smallest);
}
