using System.Globalization;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>Reads <see cref="SearchServerOptions"/> and refuses what cannot work before the host starts.</summary>
internal static class SearchServerSettings
{
    private const string Room = "Residents:Index:";

    /// <summary>The options; null: no server is configured, so the embedded engine is used.</summary>
    public static SearchServerOptions? Read(IConfiguration settings)
    {
        var addresses = settings[Room + "Addresses"];
        if (string.IsNullOrWhiteSpace(addresses)) return null;
        var user = Given(settings, "User");
        var password = Given(settings, "Password");
        var apiKey = Given(settings, "ApiKey");
        if (apiKey is not null && user is not null) throw new StartupFailure($"{Room}ApiKey and {Room}User are both given. Use one of them.");
        if (user is not null && password is null) throw new StartupFailure($"{Room}User is given without {Room}Password. Give the password in the environment variable Residents__Index__Password.");
        var ca = Given(settings, "CaFile");
        if (ca is not null && !File.Exists(ca)) throw new StartupFailure($"{Room}CaFile names {ca}, which does not exist. Give the PEM file of the authority that signs the search server's certificate.");
        return new SearchServerOptions
        {
            Addresses = [.. addresses.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Address)],
            User = user,
            Password = password,
            ApiKey = apiKey,
            CaFile = ca,
            Fingerprint = Given(settings, "Fingerprint") is { } print ? Hex(print) : null,
            Alias = Alias(Given(settings, "Alias") ?? "resident"),
            Shards = Count(settings, "Shards", 2, 1, 64),
            SearchLimit = TimeSpan.FromSeconds(Count(settings, "SearchSeconds", 3, 1, 60)),
            WriteLimit = TimeSpan.FromSeconds(Count(settings, "WriteSeconds", 60, 5, 600)),
        };
    }

    private static string? Given(IConfiguration settings, string key) => settings[Room + key] is { Length: > 0 } value ? value : null;

    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0
            ? new Uri(uri.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/")
            : throw new StartupFailure($"{Room}Addresses takes http or https addresses without user and password, separated by commas; one of them is not such an address.");

    private static string Hex(string print)
    {
        var hex = print.Replace(":", "", StringComparison.Ordinal).ToUpperInvariant();
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? hex : throw new StartupFailure($"{Room}Fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits, colons allowed.");
    }

    private static string Alias(string alias) =>
        alias.Length is > 0 and <= 64 && char.IsAsciiLetterLower(alias[0]) && alias.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? alias : throw new StartupFailure($"{Room}Alias '{alias}' cannot name an index. Use small letters, digits and hyphens, a letter first.");

    private static int Count(IConfiguration settings, string key, int usual, int least, int most) => settings[Room + key] switch
    {
        null or "" => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= least && count <= most => count,
        var text => throw new StartupFailure($"{Room}{key} takes a whole number from {least} to {most}; '{text}' is none."),
    };
}
