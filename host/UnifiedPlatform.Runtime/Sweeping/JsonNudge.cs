using System.Text.Json;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Runtime.Sweeping;

/// <summary>The serializer's member accessors evict what is old when they are next touched (runtime#65323).</summary>
internal static class JsonNudge
{
    public static void Touch() => JsonSerializer.Serialize(new Probe(1), PlatformJson.Create());

    private sealed record Probe(int Value);
}
