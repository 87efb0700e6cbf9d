using UnifiedPlatform.Runtime;

namespace UnifiedPlatform.Host.Modules;

/// <summary>A module in the list of the administrator.</summary>
internal sealed record ModuleLine(string Id, string Version, string State, string Title, DateTimeOffset Since, string? LastError, long Requests, double ErrorRate, double P95Ms)
{
    public static ModuleLine Of(ModuleStatus module, ModuleFailureTexts words) => new(
        module.Id, module.Version, module.State.ToString().ToLowerInvariant(), module.Title.ToString(), module.Since,
        module.LastError is { } failure ? words.Of(failure) : null, module.Requests, module.ErrorRate, module.P95Ms);
}
