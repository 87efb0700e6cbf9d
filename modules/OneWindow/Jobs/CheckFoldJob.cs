using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Jobs;

/// <summary>Compares cases with their log every night; with the argument <c>{"number": …}</c> repairs one.</summary>
[ModuleJob("check-fold", Cron = "0 30 2 * * ?")]
internal sealed class CheckFoldJob(FoldCheck check) : IModuleJob
{
    public async ValueTask RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments is { ValueKind: System.Text.Json.JsonValueKind.Object } arguments && arguments.TryGetProperty("number", out var number) && number.GetString() is { } wanted)
            await check.RepairAsync(wanted, cancellationToken);
        else await check.CheckAsync(cancellationToken);
    }
}
