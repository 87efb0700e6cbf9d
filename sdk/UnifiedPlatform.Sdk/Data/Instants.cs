namespace UnifiedPlatform.Sdk.Data;

/// <summary>Instants as SQLite stores them: microseconds since 1970 in UTC.</summary>
internal static class Instants
{
    public static long ToMicroseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset FromMicroseconds(long stored) => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond);
}
