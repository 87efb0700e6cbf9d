using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary><c>-- keys list</c> and <c>-- keys rotate MODULE</c>: a fresh data key for the module, and every sealed field of its database moved to it.</summary>
internal sealed class KeysCommand(IServiceProvider services) : IHostCommand
{
    public string Name => "keys";

    public string Usage => "keys list · keys rotate MODULE";

    public async Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var ring = services.GetRequiredService<KeyRing>();
        switch (words)
        {
            case ["list"]:
                foreach (var key in ring.Keys) await Console.Out.WriteLineAsync($"{key.Id:x8} {key.Purpose} {key.State} {key.Created:yyyy-MM-dd}");
                return 0;
            case ["rotate", var module]:
                var known = await services.GetRequiredService<AuditSources>().FindAsync(cancellationToken);
                var database = known.FirstOrDefault(candidate => candidate.Owner == module)
                    ?? throw new StartupFailure($"'{module}' has no database here. These have: {string.Join(", ", known.Select(candidate => candidate.Owner))}.");
                var rotation = new KeyRotation(ring, services.GetRequiredService<Sdk.Protection.IFieldProtector>(), database, services.GetRequiredService<TimeProvider>());
                await Console.Out.WriteLineAsync($"{await rotation.RotateAsync(cancellationToken)} fields of {module} moved to a fresh key.");
                return 0;
            default:
                throw new StartupFailure($"Usage: {Usage}");
        }
    }
}
