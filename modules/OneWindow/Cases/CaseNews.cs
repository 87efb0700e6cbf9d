using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Exchange;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Body of the topics <c>one-window.case-…</c>: what happened to a case, without a name, a number of a person or a value.</summary>
public sealed record CaseNews(
    string Case, string Item, Guid Subject, string? Region, DateOnly OnDay, CaseOutcome? Outcome = null, IReadOnlyList<string>? Documents = null, DateOnly? ValidFrom = null, DateOnly? ValidTo = null);

/// <summary>Topics of the counter.</summary>
internal static class CaseTopics
{
    public static Topic<PartRequest> PartRequested { get; } = new("one-window.part-requested", 1, TopicOrder.Strict);

    public static Topic<PartChange> PartChanged { get; } = new("one-window.part-changed", 1, TopicOrder.Strict);

    public static Topic<PartEnd> PartEnded { get; } = new("one-window.part-ended", 1, TopicOrder.Strict);

    public static Topic<PartSettled> PartReportSettled { get; } = new("one-window.part-report-settled", 1, TopicOrder.Strict);

    public static Topic<CaseNews> Accepted { get; } = new("one-window.case-accepted", 1, TopicOrder.Strict);

    public static Topic<CaseNews> Decided { get; } = new("one-window.case-decided", 1, TopicOrder.Strict);

    public static Topic<CaseNews> Closed { get; } = new("one-window.case-closed", 1, TopicOrder.Strict);

    public static Topic<CaseNews> Withdrawn { get; } = new("one-window.case-withdrawn", 1, TopicOrder.Strict);
}
