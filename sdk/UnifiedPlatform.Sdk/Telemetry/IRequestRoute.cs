namespace UnifiedPlatform.Sdk.Telemetry;

/// <summary>Feature of the request by which the pipeline that answered tells the telemetry its route template, since a module's endpoint is cleared when its lease ends.</summary>
public interface IRequestRoute
{
    /// <summary>Route template, e.g. <c>/m/party-building/members/{id}</c>; null: no route matched. Never the path itself.</summary>
    string? Template { get; set; }

    /// <summary>Module that answered; null: the host.</summary>
    string? Module { get; set; }
}
