namespace UnifiedPlatform.Sdk.Calendar;

/// <summary>The working days of some years, counted once; a question is two look-ups and a binary search.</summary>
public sealed class WorkCalendar : IWorkCalendar
{
    private readonly TimeProvider _clock;
    private readonly TimeZoneInfo _zone;
    private readonly Span[] _spans;

    /// <summary>A calendar of the years that are known.</summary>
    /// <param name="clock">Clock.</param>
    /// <param name="zone">Business time zone.</param>
    /// <param name="years">Years that are known, in any order; a year given twice counts as given last.</param>
    public WorkCalendar(TimeProvider clock, TimeZoneInfo zone, IEnumerable<WorkYear> years)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(years);
        (_clock, _zone) = (clock, zone);
        _spans = [.. Runs(years.GroupBy(year => year.Year).Select(same => same.Last()).OrderBy(year => year.Year)).Select(run => new Span(run))];
    }

    /// <inheritdoc/>
    public DateOnly Today => DayOf(_clock.GetUtcNow());

    /// <inheritdoc/>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <inheritdoc/>
    public bool Knows(int year) => Of(year) is not null;

    /// <inheritdoc/>
    public bool? IsWorkDay(DateOnly day) => Of(day.Year) is { } span ? span.Before(day.AddDays(1)) > span.Before(day) : null;

    /// <inheritdoc/>
    public int? CountWorkDays(DateOnly after, DateOnly until)
    {
        if (until <= after) return 0;
        var first = after.AddDays(1);
        return Of(first.Year) is { } span && span == Of(until.Year) ? span.Before(until.AddDays(1)) - span.Before(first) : null;
    }

    /// <inheritdoc/>
    public DayResult AddWorkDays(DateOnly start, int workDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workDays);
        if (workDays == 0) return new DayResult(start, null, 0);
        var first = start.AddDays(1);
        if (Of(first.Year) is not { } span) return new DayResult(null, first.Year, 0);
        var before = span.Before(first);
        return span.Find(before + workDays) is { } day ? new DayResult(day, null, workDays) : new DayResult(null, span.LastYear + 1, span.Total - before);
    }

    private Span? Of(int year) => Array.Find(_spans, span => span.FirstYear <= year && year <= span.LastYear);

    private static IEnumerable<List<WorkYear>> Runs(IEnumerable<WorkYear> years)
    {
        var run = new List<WorkYear>();
        foreach (var year in years)
        {
            if (run.Count > 0 && run[^1].Year + 1 != year.Year)
            {
                yield return run;
                run = [];
            }
            run.Add(year);
        }
        if (run.Count > 0) yield return run;
    }

    /// <summary>Years without a gap; <c>_before[i]</c> is the number of working days among the first i days.</summary>
    private sealed class Span
    {
        private readonly DateOnly _start;
        private readonly int[] _before;

        public Span(List<WorkYear> run)
        {
            (FirstYear, LastYear) = (run[0].Year, run[^1].Year);
            _start = new DateOnly(FirstYear, 1, 1);
            _before = new int[new DateOnly(LastYear, 12, 31).DayNumber - _start.DayNumber + 2];
            for (var i = 0; i < _before.Length - 1; i++)
            {
                var day = _start.AddDays(i);
                _before[i + 1] = _before[i] + (run[day.Year - FirstYear].IsWorked(day) ? 1 : 0);
            }
        }

        public int FirstYear { get; }

        public int LastYear { get; }

        public int Total => _before[^1];

        public int Before(DateOnly day) => _before[day.DayNumber - _start.DayNumber];

        /// <summary>The day with which so many working days are reached; null: not in these years.</summary>
        public DateOnly? Find(int count)
        {
            if (count > Total) return null;
            var (low, high) = (0, _before.Length - 1);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_before[middle] < count) low = middle + 1;
                else high = middle;
            }
            return _start.AddDays(low - 1);
        }
    }
}
