namespace UnifiedPlatform.Runtime.Generations;

/// <summary>Runs code of a module on a thread of its own, outside any request's flow, for a limited time. What hangs is left behind, never waited for.</summary>
internal static class Bounded
{
    /// <summary>False: the limit was reached; the work's token is cancelled and nobody waits for it any more. An exception of the work passes.</summary>
    public static async Task<bool> RunAsync(Func<CancellationToken, Task> work, TimeSpan limit, CancellationToken cancellationToken)
    {
        var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var task = Begin(work, left.Token);
        try
        {
            await task.WaitAsync(limit, cancellationToken);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
        finally
        {
            if (task.IsCompleted) left.Dispose();
            else GiveUp(task, left);
        }
    }

    /// <summary>Runs what may fail or hang without harm.</summary>
    public static async Task RunQuietlyAsync(Func<Task> work, TimeSpan limit)
    {
        try
        {
            await RunAsync(_ => work(), limit, CancellationToken.None);
        }
        catch (Exception)
        {
            // A callback of the module threw; the module is leaving.
            return;
        }
    }

    // A thread of its own: code that blocks must not take one from the pool that serves the others. No flow: what starts now would keep the request that started it.
    private static Task Begin(Func<CancellationToken, Task> work, CancellationToken left)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return Task.Factory.StartNew(() => work(left), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default).Unwrap();
    }

    // Callbacks on the token are code of the module, too.
    private static void GiveUp(Task task, CancellationTokenSource left) => _ = Task.WhenAll(left.CancelAsync(), task)
        .ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
