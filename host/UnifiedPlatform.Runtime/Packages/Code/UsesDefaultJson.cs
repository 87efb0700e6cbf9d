using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Runtime.Packages.Code;

/// <summary>JSON calls that leave the options out: the process-wide ones would remember the module's types and keep the version alive. Types of the framework do no harm there.</summary>
internal static class UsesDefaultJson
{
    // A token after the options takes at most three instructions to load.
    private const int Near = 4;
    private const string Options = "System.Text.Json.JsonSerializerOptions";

    private static readonly string[] Serializers = ["System.Text.Json.JsonSerializer", "System.Net.Http.Json.HttpContentJsonExtensions", "System.Net.Http.Json.HttpClientJsonExtensions", "System.Net.Http.Json.JsonContent"];
    private static readonly string[] Settings = [Options, "System.Text.Json.Serialization.Metadata.JsonTypeInfo", "System.Text.Json.Serialization.Metadata.JsonTypeInfo`1", "System.Text.Json.Serialization.JsonSerializerContext"];

    public static bool In(MemberUse use) =>
        use.Parameters is { } parameters && !use.Member.StartsWith("get_", StringComparison.Ordinal) && (Serializers.Contains(use.Type)
            ? use.OfTheFramework is not true && Misses(parameters, use.SinceNull)
            : use is { Type: "System.Text.Json.Nodes.JsonValue", Member: "Create" } or { Type: "System.Text.Json.Nodes.JsonArray", Member: "Add" } && use.OfTheFramework is false && !parameters.Any(Settings.Contains));

    private static bool Misses(IReadOnlyList<string> parameters, int sinceNull)
    {
        if (!parameters.Any(Settings.Contains)) return true;
        var at = parameters.ToList().IndexOf(Options);
        return at >= 0 && sinceNull <= (at == parameters.Count - 1 ? 1 : Near);
    }
}
