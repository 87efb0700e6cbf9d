using System.Reflection;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Architecture.Tests.PublicApi;

/// <summary>The SDK's surface is changed on purpose only: <c>UPDATE_PUBLIC_API=1</c> rewrites the baseline, and the diff is reviewed.</summary>
public sealed class PublicApiTests
{
    private const string Update = "UPDATE_PUBLIC_API";

    [Theory]
    [InlineData("UnifiedPlatform.Sdk")]
    [InlineData("UnifiedPlatform.Sdk.Web")]
    public void The_public_surface_is_the_agreed_one(string name)
    {
        var baseline = Path.Combine(Checkout.Root, "sdk", name, ".PublicAPI", "1.0.txt");
        var surface = PublicSurface.Of(Assembly.Load(name));
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(baseline)!);
            File.WriteAllText(baseline, string.Join('\n', surface) + '\n');
        }

        Guard.Holds(Changes(File.Exists(baseline) ? File.ReadAllLines(baseline) : [], surface));
    }

    [Fact]
    public void A_planted_change_is_seen() => Assert.Equal(["gone: b", "new: c"], Changes(["a", "b"], ["a", "c"]));

    [Fact]
    public void The_surface_shows_what_a_caller_can_use()
    {
        var surface = PublicSurface.Of(typeof(Sdk.Calendar.IWorkCalendar).Assembly);

        Assert.Contains("UnifiedPlatform.Sdk.Calendar.IWorkCalendar.CountWorkDays(DateOnly after, DateOnly until) -> Int32?", surface);
        Assert.Contains("UnifiedPlatform.Sdk.Domain.RegionLevel.Town = 9", surface);
        Assert.Contains(surface, line => line.StartsWith("UnifiedPlatform.Sdk.Domain.NationalId.TryParse(String? text, DateOnly today, out UnifiedPlatform.Sdk.Domain.NationalId? id", StringComparison.Ordinal));
        Assert.DoesNotContain(surface, line => line.Contains("MaskedTextConverter<", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Changes(IReadOnlyCollection<string> baseline, IReadOnlyCollection<string> surface) =>
        baseline.Except(surface).Select(line => "gone: " + line).Concat(surface.Except(baseline).Select(line => "new: " + line));
}
