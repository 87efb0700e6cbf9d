using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity;

internal sealed class IdentityReadiness(DemoAccounts demo, PlatformOptions options) : IReadinessCheck
{
    public string Name => "identity";

    public ValueTask<string?> ProblemAsync(CancellationToken cancellationToken) => ValueTask.FromResult(options.Demo && !demo.Ready ? "the demo accounts are being made" : null);
}
