using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data.Idempotency;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>One changing request: transaction around the endpoint, answer after the commit.</summary>
internal static class ChangingRequest
{
    private const string Idempotency = "idempotency";

    public static async Task RunAsync(HttpContext context, string? owner, Func<HttpContext, CancellationToken, ValueTask>? first, RequestDelegate endpoint)
    {
        var unit = owner is null
            ? context.RequestServices.GetRequiredService<IUnitOfWork>()
            : context.RequestServices.GetRequiredKeyedService<IUnitOfWork>(owner);
        var module = owner ?? context.RequestServices.GetService<ModuleInfo>()?.Id ?? unit.Database.Owner;
        try
        {
            var key = await IdempotencyKey.ReadAsync(context);
            if (key is { Valid: false })
            {
                await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, Idempotency, Problems.KeyInvalid);
                return;
            }
            if (first is not null) await unit.RunAsync(token => first(context, token), context.RequestAborted);
            await RunAsync(context, unit, key, endpoint);
        }
        catch (DbUpdateConcurrencyException) when (!context.Response.HasStarted)
        {
            await Problems.WriteAsync(context, StatusCodes.Status409Conflict, module, Problems.ChangedMeanwhile);
        }
        catch (Exception failure) when (DatabaseErrors.Busy(failure) && !context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = "2";
            await Problems.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, module, Problems.Busy);
        }
    }

    private static async Task RunAsync(HttpContext context, IUnitOfWork unit, IdempotencyKey? key, RequestDelegate endpoint)
    {
        var aborted = context.RequestAborted;
        var memory = key is null ? null : new IdempotencyMemory(unit, context, key);
        await unit.BeginAsync(aborted);
        using var answer = new BufferedAnswer(context);
        try
        {
            if (memory is not null && await memory.ClaimAsync(aborted) is { } first)
            {
                await unit.RollbackAsync();
                answer.Release();
                if (first.SameRequest) await first.WriteAsync(context);
                else await Problems.WriteAsync(context, StatusCodes.Status422UnprocessableEntity, Idempotency, Problems.KeyReused);
                return;
            }
            await endpoint(context);
            var kept = context.Response.StatusCode < StatusCodes.Status400BadRequest;
            if (kept && memory is not null) await memory.KeepAsync(context.Response, answer.Body, aborted);
            if (kept) await unit.CommitAsync(aborted);
            else await unit.RollbackAsync();
        }
        catch (Exception failure)
        {
            answer.Release();
            if (unit.Transaction is not null) await unit.RollbackAsync(DatabaseErrors.In(failure));
            throw;
        }
        await answer.SendAsync(aborted);
    }
}
