using UnifiedPlatform.Host.Exchange;

namespace UnifiedPlatform.Host.Tests.Exchange;

internal static partial class ExchangeChecker
{
    public static async Task AssertAsync(Town town, Arrow arrow, int events, CancellationToken cancellationToken, bool ordered = true)
    {
        if (await FaultAsync(town, arrow, events, ordered, cancellationToken) is { } fault) Assert.Fail(fault);
    }
}
