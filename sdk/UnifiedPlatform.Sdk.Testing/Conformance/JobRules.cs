namespace UnifiedPlatform.Sdk.Testing.Conformance;

/// <summary>Jobs may be repeated.</summary>
internal static class JobRules
{
    // Long enough that whatever falls due by the calendar has fallen due.
    private static readonly TimeSpan Later = TimeSpan.FromDays(400);

    public static async Task<IReadOnlyList<string>> ViolationsAsync(ModuleTestHost host, CancellationToken cancellationToken)
    {
        host.Clock.Advance(Later);
        var findings = new List<string>();
        foreach (var job in host.Jobs.Keys)
        {
            await host.Jobs.RunAsync(job, cancellationToken);
            var once = await host.Rows.SnapshotAsync(cancellationToken);
            await host.Jobs.RunAsync(job, cancellationToken);
            if (Difference(once, await host.Rows.SnapshotAsync(cancellationToken)) is { } difference) findings.Add($"Job {job} run twice leaves something else than run once: {difference}");
        }
        return findings;
    }

    /// <summary>The first row that differs; null: none.</summary>
    public static string? Difference(string once, string twice)
    {
        if (once == twice) return null;
        var (before, after) = (once.Split('\n'), twice.Split('\n'));
        return after.Except(before, StringComparer.Ordinal).FirstOrDefault() is { } added ? "+ " + added : "- " + before.Except(after, StringComparer.Ordinal).FirstOrDefault();
    }
}
