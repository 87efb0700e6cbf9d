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

    public async ValueTask<ModuleFragment> FetchAsync(Slot slot, string path, HttpContext outer, TimeSpan timeout)
    {
        if (!slot.TryEnter(out var lease)) return new ModuleFragment(StatusCodes.Status503ServiceUnavailable, "");
        var inner = Inner(outer, path);
        var limit = CancellationTokenSource.CreateLinkedTokenSource(outer.RequestAborted);
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
                    return await AnswerAsync(slot.Id, lease.Generation, inner);
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

    private async Task<ModuleFragment> AnswerAsync(string id, Generation generation, DefaultHttpContext inner)
    {
        accessor.HttpContext = inner;
        try
        {
            await using var hostScope = hostScopes.CreateAsyncScope();
            // The host's scoped services ask who acts in their own scope.
            if (inner.Features.Get<IActorFeature>() is { } feature && hostScope.ServiceProvider.GetService<IActorAccessor>() is { } actor)
                actor.Become(feature.Actor, feature.Rights, inner.Connection.RemoteIpAddress?.ToString());
            using var body = new LimitedBody(MaximumBytes);
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
