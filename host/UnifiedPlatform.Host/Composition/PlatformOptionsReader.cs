using System.Globalization;
using Npgsql;

namespace UnifiedPlatform.Host.Composition;

/// <summary>Reads <see cref="PlatformOptions"/> from command line, environment and appsettings, and refuses what contradicts itself.</summary>
internal static class PlatformOptionsReader
{
    public const string DefaultUrls = "http://127.0.0.1:5080";
    public const string DefaultMetricsUrls = "http://127.0.0.1:9464";

    public static PlatformOptions Read(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        KnownSettings.RefuseOthers(settings);
        var demo = Flag(settings, "demo");
        var demoAllowRemote = Flag(settings, "demo-allow-remote");
        var data = Folder(settings, "data", DefaultData);
        var keys = Folder(settings, "keys", DefaultKeys);
        var development = builder.Environment.IsDevelopment();
        if (!demo && !development && IsInside(keys, data))
            throw new StartupFailure($"The key directory lies inside the data directory ({data}). Give another one with --keys DIR, so that keys and data never share a backup.");

        var urls = settings["urls"];
        if (string.IsNullOrWhiteSpace(urls)) settings["urls"] = urls = DefaultUrls;
        var metricsUrls = settings["metrics-urls"] ?? DefaultMetricsUrls;
        ListenerAddresses.RefuseInvalid("urls", urls);
        ListenerAddresses.RefuseInvalid("metrics-urls", metricsUrls);
        if (demo && !demoAllowRemote && ListenerAddresses.Remote(urls).FirstOrDefault() is { } remote)
            throw new StartupFailure($"Demo mode listens on loopback only, and {remote} is not. Use --urls {DefaultUrls}, or --demo-allow-remote to serve the demo over HTTPS.");
        if (!demo && !development && Proxies.Declared(settings).Count == 0 && ListenerAddresses.Remote(urls).FirstOrDefault(ListenerAddresses.IsPlain) is { } plain)
            throw new StartupFailure($"{plain} would carry passwords and personal data unencrypted. Use https:// with a certificate (Kestrel:Certificates:Default), or name the proxy that does so in Security:Proxies.");

        var zone = settings["TimeZone"] ?? "Asia/Shanghai";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var timeZone))
            throw new StartupFailure($"TimeZone '{zone}' is not known on this machine. Use an IANA name such as Asia/Shanghai, or install tzdata.");

        return new PlatformOptions(
            data, keys, Folder(settings, "modules", DefaultPackages), demo, Count(settings, "demo-residents", 600), demoAllowRemote, development,
            metricsUrls, ConnectionString(settings["Storage:PostgreSql"]), timeZone);
    }

    private static bool Flag(IConfiguration settings, string key) => settings[key] switch
    {
        null => false,
        "" or "true" or "True" => true,
        "false" or "False" => false,
        var other => throw new StartupFailure($"--{key} is either given or not; '{other}' says neither. Write --{key} alone, or --{key} false."),
    };

    private static int Count(IConfiguration settings, string key, int fallback)
    {
        if (settings[key] is not { } text) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000_000) return count;
        throw new StartupFailure($"--{key} takes a whole number from 1 to 1000000; '{text}' is none.");
    }

    private static string? ConnectionString(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 } ? text : throw new ArgumentException("Host is missing.", nameof(text));
        }
        catch (ArgumentException)
        {
            // The text may hold a password, and so may the exception.
            throw new StartupFailure("Storage:PostgreSql is no connection string. Write it as Host=ADDRESS;Database=NAME;Username=NAME;Password=….");
        }
    }

    private static bool IsInside(string inner, string outer) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(outer + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Folder(IConfiguration settings, string flag, Func<string> fallback) => settings[flag] switch
    {
        null => fallback(),
        { } path when string.IsNullOrWhiteSpace(path) => throw new StartupFailure($"--{flag} names no directory. Write --{flag}=DIR, or leave it out."),
        { } path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)),
    };

    private static string DefaultKeys() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "UnifiedPlatform", "keys");

    // From a source checkout the state lies beside the project, so that a clone keeps its own; installed, beside the program.
    private static string DefaultData() => SourceFolder() is { } source ? Path.Combine(source, "data") : Path.Combine(AppContext.BaseDirectory, "data");

    private static string DefaultPackages() => SourceFolder() is { } source
        ? Path.GetFullPath(Path.Combine(source, "..", "..", "modules", ".packed"))
        : Path.Combine(AppContext.BaseDirectory, "modules");

    private static string? SourceFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "UnifiedPlatform.Host.csproj"))) return folder.FullName;
        return null;
    }
}
