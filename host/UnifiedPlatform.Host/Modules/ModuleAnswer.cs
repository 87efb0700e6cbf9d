using UnifiedPlatform.Host.Modules.Operations;

namespace UnifiedPlatform.Host.Modules;

/// <summary>One module in the API.</summary>
internal sealed record ModuleAnswer(
    string Id, string Version, string State, string Title, DateTimeOffset Since, string? LastError, long Requests, double ErrorRate, double P95Ms,
    string? DesiredVersion, bool? Enabled, int Generations, int Leaked, int Inside, long? DatabaseBytes, IReadOnlyList<string> Capabilities, IReadOnlyList<VersionLine> Versions, IReadOnlyList<OperationView> Operations)
{
    public static ModuleAnswer Of(ModuleDetail module, ModuleFailureTexts words)
    {
        var line = ModuleLine.Of(module.Status, words);
        return new ModuleAnswer(
            line.Id, line.Version, line.State, line.Title, line.Since, line.LastError, line.Requests, line.ErrorRate, line.P95Ms, module.Desired?.Version, module.Desired?.Enabled,
            module.Status.Generations, module.Status.Leaked, module.Status.Inside, module.Status.DatabaseBytes, module.Status.Manifest?.Capabilities ?? [], module.Versions, module.Operations);
    }
}
