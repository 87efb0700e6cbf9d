using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Sdk.DevHost;

/// <summary>The shipped host with the module that is being written: its verbs, or a demo town in which each save of the module replaces it.</summary>
internal static class DevelopmentHost
{
    public static Task<int> RunAsync(DevelopedModule module, string[] args)
    {
        var verb = args.TakeWhile(word => !word.StartsWith('-')).ToArray();
        return HostProgram.RunAsync([.. verb, .. module.Settings, .. args[verb.Length..]], builder => builder.Services
            .AddSingleton(module).AddSingleton<ModuleBuild>().AddHostedService<ReplaceOnSave>());
    }
}
