using System.Globalization;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>How long a session lives.</summary>
/// <param name="Idle">Without a request.</param>
/// <param name="Absolute">At all.</param>
/// <param name="Most">Sessions of one person; the newest ends the oldest.</param>
internal sealed record SessionLimits(TimeSpan Idle, TimeSpan Absolute, int Most)
{
    public static readonly SessionLimits Officer = new(TimeSpan.FromMinutes(15), TimeSpan.FromHours(4), 1);

    public static SessionLimits Staff(IConfiguration settings)
    {
        var text = settings["Security:IdleMinutes"] ?? "20";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 15 or > 30)
            throw new StartupFailure($"Security:IdleMinutes takes 15 to 30; '{text}' is neither.");
        return new SessionLimits(TimeSpan.FromMinutes(minutes), TimeSpan.FromHours(10), 2);
    }
}
