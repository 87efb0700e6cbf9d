using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Modules;

/// <summary><c>GET /api/admin/modules</c>.</summary>
internal static class ModulesApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/admin/modules", (IModuleRuntime runtime, ModuleFailureTexts words) => runtime.Modules.Select(module => ModuleLine.Of(module, words)).ToArray())
        .WithName("ListModules").Needs(ModulesRoom.View);
}

/// <summary>A module in the list of the administrator.</summary>
internal sealed record ModuleLine(string Id, string Version, string State, string Title, DateTimeOffset Since, string? LastError, long Requests, double ErrorRate, double P95Ms)
{
    public static ModuleLine Of(ModuleStatus module, ModuleFailureTexts words) => new(
        module.Id, module.Version, module.State.ToString().ToLowerInvariant(), module.Title.ToString(), module.Since,
        module.LastError is { } failure ? words.Of(failure) : null, module.Requests, module.ErrorRate, module.P95Ms);
}
