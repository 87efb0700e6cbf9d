using System.Text.Json.Nodes;

namespace UnifiedPlatform.Sdk.Exchange;

/// <summary>Lifts the body of an older topic version by one version. Registered as a service of the consuming module.</summary>
public interface IUpcast
{
    /// <summary>Topic name, or the pattern of the subscription.</summary>
    string Topic { get; }

    /// <summary>Version it lifts; the result has the next one.</summary>
    int From { get; }

    /// <summary>The body in the next version.</summary>
    JsonNode Up(JsonNode old);
}
