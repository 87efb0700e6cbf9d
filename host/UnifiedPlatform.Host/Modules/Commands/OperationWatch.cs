using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Modules.Commands;

/// <summary>Shows the steps of an operation as a host takes them.</summary>
internal sealed class OperationWatch(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public async Task<OperationState> FollowAsync(Guid operation, TextWriter screen, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pace);
        var (told, waited) = (0, 0);
        do
        {
            var view = await ReadAsync(operation, cancellationToken);
            foreach (var step in view.Steps.Where(step => step.State != Runtime.StepState.Begun).Skip(told))
            {
                await screen.WriteLineAsync($"{step.Phase.ToLowerInvariant(),-10} {step.State.ToString().ToLowerInvariant()}  {step.Ms} ms");
                told++;
            }
            if (view.Ended)
            {
                await screen.WriteLineAsync($"{view.Verb} {view.Module} {view.To}: {view.State.ToString().ToLowerInvariant()}{(view.Failure is { } failure ? $". {failure}" : "")}");
                return view.State;
            }
            if (view.State == OperationState.Waiting && Pace * waited++ > Patience)
            {
                await screen.WriteLineAsync("Noted. No running host has taken it yet; the next one that starts carries it out.");
                return view.State;
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
        return OperationState.Running;
    }

    private async Task<OperationView> ReadAsync(Guid operation, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.ActAsModule("host");
        return await scope.ServiceProvider.GetRequiredService<ModuleQueries>().OperationAsync(operation, cancellationToken) ?? throw new InvalidOperationException("The operation is no longer in the journal.");
    }
}
