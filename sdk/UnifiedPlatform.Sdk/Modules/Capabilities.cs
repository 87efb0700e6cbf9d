using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Modules;

/// <summary>The capabilities this platform knows. A module has one when its manifest declares it and an administrator granted it; without it the SDK's services refuse.</summary>
public static partial class Capabilities
{
    /// <summary>Tables of its own.</summary>
    public const string Database = "db";

    /// <summary>Files of its own (<see cref="IModuleFiles"/>).</summary>
    public const string Files = "files";

    /// <summary>Scheduled jobs.</summary>
    public const string Jobs = "jobs";

    /// <summary>Its section of the configuration.</summary>
    public const string Settings = "settings";

    /// <summary>Scripts in its pages.</summary>
    public const string Script = "ui:script";

    /// <summary>A panel beside the counter's search.</summary>
    public const string CounterAside = "counter:aside";

    /// <summary>Finds residents by identity number.</summary>
    public const string FindResident = "residents:find-by-id";

    /// <summary>Opens residents to the handlers of its cases.</summary>
    public const string OpenResident = "residents:open";

    private const string PublishPrefix = "events:publish:", SubscribePrefix = "events:subscribe:", HttpPrefix = "http:", ResidentPrefix = "residents:";

    private static readonly string[] Plain = [Database, Files, Jobs, Settings, Script, CounterAside, FindResident, OpenResident];

    /// <summary>Fields of residents, granted one by one.</summary>
    public static IReadOnlyList<string> ResidentFields { get; } = ["name", "sex", "age", "national-id", "phone", "address", "region", "hukou", "documents"];

    /// <summary>Publishes a topic.</summary>
    public static string Publish(string topic) => PublishPrefix + topic;

    /// <summary>Reads a topic; <c>*.x</c> is that topic of every module.</summary>
    public static string Subscribe(string topic) => SubscribePrefix + topic;

    /// <summary>Calls a host (<see cref="IModuleHttp"/>).</summary>
    public static string Http(string host) => HttpPrefix + host;

    /// <summary>Sees a field of residents, one of <see cref="ResidentFields"/>.</summary>
    public static string Resident(string field) => ResidentPrefix + field;

    /// <summary>Whether the platform knows the capability.</summary>
    public static bool IsKnown(string capability)
    {
        ArgumentNullException.ThrowIfNull(capability);
        return Plain.Contains(capability)
            || (Rest(capability, ResidentPrefix) is { } field && ResidentFields.Contains(field))
            || (Rest(capability, PublishPrefix) is { } published && Topic().IsMatch(published))
            || (Rest(capability, SubscribePrefix) is { } read && Topic().IsMatch(read.StartsWith("*.", StringComparison.Ordinal) ? "x" + read[1..] : read))
            || (Rest(capability, HttpPrefix) is { } host && Host().IsMatch(host));
    }

    /// <summary>Whether the text is a known capability or the beginning of some, ended by <c>*</c>.</summary>
    public static bool IsPattern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EndsWith('*')) return IsKnown(text);
        var beginning = text[..^1];
        return beginning.Length == 0 || new[] { PublishPrefix, SubscribePrefix, HttpPrefix, ResidentPrefix, "ui:", "counter:" }.Any(prefix => beginning.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string? Rest(string capability, string prefix) => capability.StartsWith(prefix, StringComparison.Ordinal) ? capability[prefix.Length..] : null;

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$")]
    private static partial Regex Topic();

    // A name or address, without scheme and path; a port where it is not the scheme's.
    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$")]
    private static partial Regex Host();
}
