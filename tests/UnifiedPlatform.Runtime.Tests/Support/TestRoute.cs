using UnifiedPlatform.Sdk.Telemetry;

namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Takes the note which route answered.</summary>
internal sealed class TestRoute : IRequestRoute
{
    public string? Template { get; set; }

    public string? Module { get; set; }
}
