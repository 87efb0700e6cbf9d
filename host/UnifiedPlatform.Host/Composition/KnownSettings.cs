using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.Json;

namespace UnifiedPlatform.Host.Composition;

/// <summary>Every setting the host reads. One it does not know is refused: a misspelt setting would otherwise silently be its default.</summary>
internal static class KnownSettings
{
    private static readonly string[] Flags = ["data", "keys", "modules", "urls", "metrics-urls", "demo", "demo-residents", "demo-allow-remote", "environment"];
    private static readonly string[] OfVerbs = ["system", "security", "audit", "anchors", "key", "out", "reason", "grant", "install-only", "older", "restore-backup", "confirm", "to", "format", "reveal", "purpose"];

    private static readonly string[] Others =
    [
        "TimeZone", "Storage:PostgreSql", "Modules:TrustedKeys", "Modules:DevelopmentKeys", "Telemetry:SampleRatio", "Shell:Town:Zh", "Shell:Town:En", "Security:AnchorDirectory", "Security:HallNetworks",
        "Security:IdleMinutes", "Security:KekFile", "Security:PagesPerMinute", "Security:Passphrase", "Security:PasswordProfile", "Security:Proxies",
        "Residents:Index:Addresses", "Residents:Index:User", "Residents:Index:Password", "Residents:Index:ApiKey", "Residents:Index:CaFile", "Residents:Index:Fingerprint",
        "Residents:Index:Alias", "Residents:Index:Shards", "Residents:Index:SearchSeconds", "Residents:Index:WriteSeconds",
    ];

    // What the framework itself reads below its own heads, and the telemetry exporter's variables.
    private static readonly string[] Foreign = ["Logging", "Kestrel", "AllowedHosts", "OTEL_"];

    public static string Sentence => $"It knows {string.Join(", ", Flags.Select(flag => "--" + flag))} and the settings {string.Join(", ", Others)}.";

    public static bool Has(string key) =>
        Flags.Concat(OfVerbs).Concat(Others).Any(known => key.Equals(known, StringComparison.OrdinalIgnoreCase) || key.StartsWith(known + ":", StringComparison.OrdinalIgnoreCase))
        || Foreign.Any(head => key.StartsWith(head, StringComparison.OrdinalIgnoreCase)) || IsOfModule(key);

    // Modules:{id}:{setting} is the module's to know.
    private static bool IsOfModule(string key) => key.Split(':') is [var head, var id, _, ..] && head.Equals("Modules", StringComparison.OrdinalIgnoreCase) && Sdk.Modules.ModuleId.IsValid(id);

    /// <summary>Stops the start over a key of the command line or of appsettings that nobody reads. The environment holds other programs' variables too.</summary>
    public static void RefuseOthers(ConfigurationManager settings)
    {
        foreach (var provider in ((IConfigurationRoot)settings).Providers)
        {
            if (provider is not (CommandLineConfigurationProvider or JsonConfigurationProvider)) continue;
            using var only = new ConfigurationRoot([provider]);
            if (only.AsEnumerable().FirstOrDefault(setting => setting.Value is not null && !Has(setting.Key)).Key is { } unknown)
                throw new StartupFailure($"'{unknown}' {(provider is JsonConfigurationProvider file ? $"in {file.Source.Path} " : "")}is no setting of the host. {Sentence}");
        }
    }
}
