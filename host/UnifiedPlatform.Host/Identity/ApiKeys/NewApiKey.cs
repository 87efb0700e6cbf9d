namespace UnifiedPlatform.Host.Identity.ApiKeys;

/// <summary>What a new key is to be.</summary>
/// <param name="Title">For people.</param>
/// <param name="Life">Until it expires.</param>
/// <param name="By">Who makes it; null: the platform.</param>
/// <param name="Permissions">Permissions it is limited to; null: all of the account's.</param>
/// <param name="Networks">Networks it may come from; null: any.</param>
/// <param name="PerSecond">Requests a second, in bursts of five times that.</param>
internal sealed record NewApiKey(string Title, TimeSpan Life, Guid? By, string? Permissions = null, string? Networks = null, int PerSecond = NewApiKey.UsualRate)
{
    public const int UsualRate = 20;
    public static readonly TimeSpan UsualLife = TimeSpan.FromDays(180);
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);
}
