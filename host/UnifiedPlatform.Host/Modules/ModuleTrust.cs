using System.Security.Cryptography;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Modules;

/// <summary>Whose packages are loaded: the keys of <c>Modules:TrustedKeys</c>, and in demo and development the clone's own.</summary>
internal static class ModuleTrust
{
    private const string CloneKey = "module-dev.pub.pem";

    public static IReadOnlyList<string> Keys(PlatformOptions options, IConfiguration settings)
    {
        List<string> keys = [.. Files(settings).Select(Read)];
        if (options.TrustsClone && FindCloneKey() is { } clone) keys.Add(Read(clone));
        return keys;
    }

    private static IEnumerable<string> Files(IConfiguration settings)
    {
        var section = settings.GetSection("Modules:TrustedKeys");
        return (section.Value ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(section.GetChildren().Select(child => child.Value).OfType<string>());
    }

    private static string Read(string path)
    {
        try
        {
            var pem = File.ReadAllText(path);
            using var key = ECDsa.Create();
            key.ImportFromPem(pem);
            if (pem.Contains("PRIVATE", StringComparison.Ordinal)) throw new StartupFailure($"Modules:TrustedKeys names {path}, which is a private key. Give the public one; whoever holds the private key can sign modules.");
            return pem;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new StartupFailure($"Modules:TrustedKeys names {path}, which is no readable public key (PEM, ECDSA P-256). Correct the setting or the file.");
        }
    }

    private static string? FindCloneKey()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UnifiedPlatform.sln")))
                return Path.Combine(folder.FullName, ".keys", CloneKey) is var key && File.Exists(key) ? key : null;
        return null;
    }
}
