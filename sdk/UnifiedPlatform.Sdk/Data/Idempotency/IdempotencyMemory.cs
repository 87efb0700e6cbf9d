using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Sdk.Data.Idempotency;

/// <summary>Remembers first answers in the same transaction as the change they tell of.</summary>
internal sealed class IdempotencyMemory(IUnitOfWork unit, HttpContext context, IdempotencyKey key)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(72);
    private readonly Guid _id = Guid.CreateVersion7();
    private readonly IFieldProtector? _protector = context.RequestServices.GetService<IFieldProtector>();
    private readonly TimeProvider _clock = context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;

    private string Table => unit.Database.Owner + ".idempotency";

    /// <summary>Claims the key. A twin in flight is waited for: by the turn to write on SQLite, by the unique key on PostgreSQL.</summary>
    /// <returns>The first answer; null: this request is the first.</returns>
    public async ValueTask<FirstAnswer?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await using (var forget = Statement("DELETE FROM idempotency WHERE scope = @scope AND key = @key AND at < @at"))
        {
            forget.Add("at", now - Kept);
            await forget.ExecuteNonQueryAsync(cancellationToken);
        }
        await using var claim = Statement("INSERT INTO idempotency (scope, key, id, request_hash, status, at) VALUES (@scope, @key, @id, @hash, 0, @at) ON CONFLICT DO NOTHING");
        claim.Add("id", _id).Add("hash", key.RequestHash).Add("at", now);
        return await claim.ExecuteNonQueryAsync(cancellationToken) == 1 ? null : await ReadAsync(cancellationToken);
    }

    public async ValueTask KeepAsync(HttpResponse response, byte[] body, CancellationToken cancellationToken)
    {
        await using var keep = Statement("UPDATE idempotency SET status = @status, location = @location, content_type = @type, response = @response WHERE scope = @scope AND key = @key");
        keep.Add("status", response.StatusCode).Add("location", (string?)response.Headers.Location).Add("type", response.ContentType).Add("response", Close(body));
        await keep.ExecuteNonQueryAsync(cancellationToken);
    }

    private async ValueTask<FirstAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        await using var read = Statement("SELECT id, request_hash, status, location, content_type, response FROM idempotency WHERE scope = @scope AND key = @key");
        await using var row = await read.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        var same = CryptographicOperations.FixedTimeEquals(row.GetFieldValue<byte[]>(1), key.RequestHash);
        if (!same) return new(false, 0, null, null, []);
        return new(true, row.GetInt32(2), row.Text(3), row.Text(4), await row.IsDBNullAsync(5, cancellationToken) ? [] : Open(row.Id(0), row.GetFieldValue<byte[]>(5)));
    }

    private byte[] Close(byte[] body) => _protector is null ? body : _protector.Protect(Table, "response", _id, Convert.ToBase64String(body));

    private byte[] Open(Guid id, byte[] stored) => _protector is null ? stored : Convert.FromBase64String(_protector.Unprotect(Table, "response", id, stored));

    private DbCommand Statement(string sql) => unit.Command(sql).Add("scope", key.Scope).Add("key", key.Key);
}
