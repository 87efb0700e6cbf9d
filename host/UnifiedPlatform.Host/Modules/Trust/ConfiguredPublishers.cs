using System.Security.Cryptography;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>Publishers nobody entered on the page: the keys of <c>Modules:TrustedKeys</c>, and in demo and development the clone's own and those of <c>Modules:DevelopmentKeys</c>.</summary>
internal static class ConfiguredPublishers
{
    private const string CloneKey = "module-dev.pub.pem", Trusted = "Modules:TrustedKeys", Development = "Modules:DevelopmentKeys";

    public static IReadOnlyList<TrustedPublisher> Read(PlatformOptions options, IConfiguration settings)
    {
        List<TrustedPublisher> publishers = [.. Files(settings, Trusted).Select(file => Read(file, Trusted, Trusted, PublisherLevel.Department))];
        var development = Files(settings, Development).ToArray();
        if (development.Length > 0 && !options.TrustsClone) throw new StartupFailure($"{Development} counts in demo and development only. Let the security officer enter the publisher, or name its key in {Trusted}.");
        publishers.AddRange(development.Select(file => Read(file, Development, "development", PublisherLevel.Development)));
        if (options.TrustsClone && FindCloneKey() is { } clone) publishers.Add(Read(clone, Development, "development", PublisherLevel.Development));
        return publishers;
    }

    private static IEnumerable<string> Files(IConfiguration settings, string key)
    {
        var section = settings.GetSection(key);
        return (section.Value ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(section.GetChildren().Select(child => child.Value).OfType<string>());
    }

    private static TrustedPublisher Read(string path, string setting, string name, PublisherLevel level)
    {
        try
        {
            var pem = File.ReadAllText(path);
            if (pem.Contains("PRIVATE", StringComparison.Ordinal)) throw new StartupFailure($"{setting} names {path}, which is a private key. Give the public one; whoever holds the private key can sign modules.");
            using var key = PublicKeys.Read(pem);
            return new TrustedPublisher(new PackagePublisher(name, KeyFingerprint.Of(key), level), pem, [], null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new StartupFailure($"{setting} names {path}, which is no readable public key (PEM, ECDSA P-256). Correct the setting or the file.");
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
