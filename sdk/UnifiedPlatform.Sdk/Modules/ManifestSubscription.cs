namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A topic a consumer class of the module reads (<see cref="ConsumesAttribute"/>).</summary>
/// <param name="Topic">Topic name; <c>*.x</c> is that topic of every module.</param>
/// <param name="Version">Highest version understood.</param>
/// <param name="Cron">Cron of the scheduled pull.</param>
/// <param name="Consumer">Full name of the consumer class.</param>
public sealed record ManifestSubscription(string Topic, int Version, string Cron, string Consumer);
