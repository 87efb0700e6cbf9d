using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>In-process requests: a GET through the module's own pipeline, with its gate, as the user of the outer request.</summary>
internal sealed class Fragments(IServiceScopeFactory hostScopes, IHttpContextAccessor accessor, ILogger<Fragments> logger)
{
    private const int MaximumBytes = 1 << 20;

    public async ValueTask<ModuleFragment> FetchAsync(Slot slot, Func<CancellationToken, ValueTask<Lease?>> enter, string path, HttpContext outer, TimeSpan timeout)
    {
        if (await EnterAsync(enter, outer, timeout) is not { } lease) return ModuleFragment.Away;
        var inner = Inner(outer, path);
        var limit = CancellationTokenSource.CreateLinkedTokenSource(outer.RequestAborted, lease.Generation.Cut);
        inner.RequestAborted = limit.Token;
        var (ui, format, activity) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, Activity.Current);
        Task<ModuleFragment> answer;
        // A flow of its own: setting the current context in this one would take it from the outer request.
        using (ExecutionContext.SuppressFlow())
            answer = Task.Run(async () =>
            {
                (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture, Activity.Current) = (ui, format, activity);
                using (limit)
                using (lease)
                    return await AnswerAsync(slot.Id, lease.Generation, inner, MaximumBytes);
            }, CancellationToken.None);
        try
        {
            return await answer.WaitAsync(timeout);
        }
        catch (TimeoutException)
        {
            await CancelAsync(limit);
            return new ModuleFragment(StatusCodes.Status504GatewayTimeout, "");
        }
    }

    // A cold module may take longer than the fragment may: its start goes on for the next one.
    private static async ValueTask<Lease?> EnterAsync(Func<CancellationToken, ValueTask<Lease?>> enter, HttpContext outer, TimeSpan timeout)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(outer.RequestAborted);
        limit.CancelAfter(timeout);
        return await enter(limit.Token);
    }

    /// <summary>Status of a GET as the module itself, on a generation that does not serve yet. The answer's body is dropped.</summary>
    public async Task<int> ProbeAsync(Generation generation, string path, CancellationToken cancellationToken)
    {
        var asked = new DefaultHttpContext { RequestAborted = cancellationToken };
        asked.Request.Scheme = "https";
        asked.Request.Host = new HostString("localhost");
        asked.Features.Set<IActorFeature>(new CodeActor(generation.Info.Id));
        var answer = await AnswerAsync(generation.Info.Id, generation, Inner(asked, path), int.MaxValue);
        return answer.Status;
    }

    private async Task<ModuleFragment> AnswerAsync(string id, Generation generation, DefaultHttpContext inner, int limit)
    {
        accessor.HttpContext = inner;
        try
        {
            await using var hostScope = hostScopes.CreateAsyncScope();
            // The host's scoped services ask who acts in their own scope.
            if (inner.Features.Get<IActorFeature>() is { } feature && hostScope.ServiceProvider.GetService<IActorAccessor>() is { } actor)
                actor.Become(feature.Actor, feature.Rights, inner.Connection.RemoteIpAddress?.ToString());
            using var body = new LimitedBody(limit);
            inner.Response.Body = body;
            await ModuleRequest.RunAsync(generation, inner, inner.Request.Path, hostScope.ServiceProvider);
            await inner.Response.CompleteAsync();
            var html = inner.Response.StatusCode == StatusCodes.Status200OK ? Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length) : "";
            return new ModuleFragment(inner.Response.StatusCode, html);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogError(error, "A fragment of module {Module} failed.", id);
            return new ModuleFragment(StatusCodes.Status500InternalServerError, "");
        }
        catch (OperationCanceledException)
        {
            return new ModuleFragment(StatusCodes.Status504GatewayTimeout, "");
        }
        finally
        {
            accessor.HttpContext = null;
        }
    }

    private static DefaultHttpContext Inner(HttpContext outer, string path)
    {
        var inner = new DefaultHttpContext { User = outer.User, TraceIdentifier = outer.TraceIdentifier };
        var question = path.IndexOf('?', StringComparison.Ordinal);
        inner.Request.Method = HttpMethods.Get;
        inner.Request.Scheme = outer.Request.Scheme;
        inner.Request.Host = outer.Request.Host;
        inner.Request.Path = question < 0 ? path : path[..question];
        inner.Request.QueryString = question < 0 ? QueryString.Empty : new QueryString(path[question..]);
        inner.Request.Headers.AcceptLanguage = outer.Request.Headers.AcceptLanguage;
        inner.Connection.RemoteIpAddress = outer.Connection.RemoteIpAddress;
        inner.Features.Set(outer.Features.Get<IActorFeature>());
        return inner;
    }

    private static async ValueTask CancelAsync(CancellationTokenSource limit)
    {
        try
        {
            await limit.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in the same instant; there is nothing left to cancel.
            return;
        }
    }

    private sealed class LimitedBody(int limit) : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Length + count > limit) throw new InvalidOperationException($"A fragment may have {limit} bytes.");
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > limit) throw new InvalidOperationException($"A fragment may have {limit} bytes.");
            base.Write(buffer);
        }
    }
}
