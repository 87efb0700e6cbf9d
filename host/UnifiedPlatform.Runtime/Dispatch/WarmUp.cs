using System.Globalization;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Runtime.Generations;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Dispatch;

/// <summary>Calls the self-test addresses of a generation that does not serve yet, and renders one of its pages, so that the first reader does not pay for it.</summary>
internal sealed class WarmUp(Fragments fragments)
{
    public async Task RunAsync(Generation generation, CancellationToken cancellationToken)
    {
        foreach (var path in generation.Manifest.SelfTests)
            if (await fragments.ProbeAsync(generation, path, cancellationToken) is var status and >= StatusCodes.Status400BadRequest)
                throw ModuleRefusedException.For(ModuleFailureCodes.SelfTest, path, status.ToString(CultureInfo.InvariantCulture));
        if (Page(generation.Manifest) is { } page && await fragments.ProbeAsync(generation, page, cancellationToken) is var rendered and >= StatusCodes.Status500InternalServerError)
            throw ModuleRefusedException.For(ModuleFailureCodes.SelfTest, page, rendered.ToString(CultureInfo.InvariantCulture));
    }

    private static string? Page(ModuleManifest manifest) => manifest.Contributes.Pages.Select(page => page.Route).FirstOrDefault(route => !route.Contains('{', StringComparison.Ordinal));
}
