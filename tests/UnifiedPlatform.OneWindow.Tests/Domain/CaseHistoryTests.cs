using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Queues;
using UnifiedPlatform.OneWindow.Tests.Support;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

/// <summary>Random histories: whoever asks for whatever in whatever order, the case stays whole.</summary>
public sealed class CaseHistoryTests
{
    private static readonly string[] Parts = ["assess", "contact", "pair", "eligibility"];

    [Fact]
    public void A_case_stays_whole_whatever_is_asked() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf(60).ToArbitrary(), choices => (Walk(choices) is null).Label(Walk(choices) ?? "")));

    [Fact]
    public void A_history_from_anywhere_can_still_be_brought_to_its_end() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(0, int.MaxValue).ListOf(25).ToArbitrary(), choices =>
        {
            var bench = Started();
            foreach (var choice in choices) Step(bench, choice);
            for (var i = 0; i < 200 && bench.Case.Status.IsOpen(); i++)
                if (!Moved(bench, Forward(bench)) && !Moved(bench, Again(bench))) return false;
            return !bench.Case.Status.IsOpen();
        }));

    private static bool Moved(CaseBench bench, IEnumerable<CaseCommand> commands) =>
        commands.SelectMany(command => People.All.Select(person => (person.Acting, Command: command))).Any(attempt => bench.Try(attempt.Acting, attempt.Command).Events.Count > 0);

    /// <summary>What is left when a part went to a unit without anybody: back to the unit of the rules.</summary>
    private static IEnumerable<CaseCommand> Again(CaseBench bench) =>
        bench.Case.Parts.Values.Where(part => part.Status.IsActive()).Select(part => new CaseCommand.Reroute(part.Key, null, null, null, "on"));

    private static string? Walk(IEnumerable<int> choices)
    {
        var bench = Started();
        foreach (var choice in choices)
        {
            var before = bench.Case;
            Step(bench, choice);
            if (Broken(bench, before) is { } broken) return broken;
        }
        return null;
    }

    private static string? Broken(CaseBench bench, CaseFile before)
    {
        var state = bench.Case;
        var lines = QueueLines.Of(state, bench.Item);
        if (state.Status.IsOpen() != lines.Count > 0) return "an open case has a line, an ended one has none";
        if (state.Status.IsOpen() && lines.Count(line => line is { PartKey: "", Leaf: "" }) != 1) return "one home line";
        if (lines.Select(line => line.Key).Distinct().Count() != lines.Count) return "lines are unique";
        if (lines.Any(line => !People.All.Any(person => person.Acting.Holds(line.Queue)) && line.Queue.Kind == QueueKey.Department)) return "somebody sees every line";
        if (state.Parts.Values.Any(part => part.Status.IsActive() && lines.All(line => line.PartKey != part.Key))) return "an active part has a line";
        if (!before.Status.IsOpen() && before.Status != state.Status) return "an ended case stays ended";
        if (bench.Log.Select(happened => happened.Key).Distinct().Count() != bench.Log.Count) return "keys are unique";
        if (!bench.Log.Select(happened => happened.Seq).SequenceEqual(Enumerable.Range(1, bench.Log.Count))) return "no gap in the log";
        if (bench.Log.Any(happened => happened.Kind == EventKinds.Decided && state.Handlers.Contains(happened.Actor))) return "a handler decided";
        var folded = CaseFold.Fold(bench.Log, bench.Item, bench.Calendar);
        return Print(folded) == Print(state) ? null : "the log folds to the case";
    }

    private static string Print(CaseFile? state) => System.Text.Json.JsonSerializer.Serialize(state, ItemReader.Options);

    private static CaseBench Started()
    {
        var bench = new CaseBench();
        bench.Do(People.Clerk, CaseBench.Receive());
        return bench;
    }

    private static void Step(CaseBench bench, int choice)
    {
        var random = new Random(choice);
        if (random.Next(10) == 0) bench.Day = bench.Day.AddDays(1);
        bench.Bindings = random.Next(5) == 0 ? CaseBench.NoModules : CaseBench.Modules;
        var acting = People.All[random.Next(People.All.Count)].Acting;
        bench.Try(acting, Any(random), random.Next(20) == 0 ? $"report:{random.Next(5)}" : null);
    }

    private static CaseCommand Any(Random random)
    {
        var part = Parts[random.Next(Parts.Length)];
        return random.Next(21) switch
        {
            0 => CaseBench.Accept,
            1 => new CaseCommand.Take(part),
            2 or 3 or 4 or 5 => CaseBench.Answer(part, (PartOpinion)random.Next(3), random.Next(2) == 0 ? "not-eligible" : null, random.Next(3) == 0 ? "words" : null, random.Next(3) == 0 ? random.Next(1, 3) : null),
            6 => new CaseCommand.Decline(part, null, "busy"),
            7 => new CaseCommand.Reroute(part, random.Next(2) == 0 ? "social-linkage" : null, random.Next(4) == 0 ? "0101" : null, random.Next(4) == 0 ? "party-clerk" : null, "busy"),
            8 => new CaseCommand.AskFix(part, null, [new FixPoint("/address", null, "wrong", null)]),
            9 => new CaseCommand.Fixed(part, new Correction(null, null)),
            10 => new CaseCommand.Remind(part),
            11 or 12 => new CaseCommand.Decide((CaseOutcome)random.Next(3), random.Next(2) == 0 ? "not-eligible" : null, null),
            13 => new CaseCommand.Reopen(part, "again"),
            14 => new CaseCommand.Claim(random.Next(2) == 0 ? "#" : $"{part}#"),
            15 => new CaseCommand.Release("#"),
            16 => random.Next(4) == 0 ? new CaseCommand.Close(DeliveryMethod.Post) : new CaseCommand.Deliver(DeliveryMethod.InPerson),
            17 => random.Next(6) == 0 ? new CaseCommand.Withdraw("no longer wanted") : new CaseCommand.Note("seen"),
            18 => new CaseCommand.AskCorrection([new FixPoint(null, "disability", "correct", null)]),
            19 => CaseBench.Corrected,
            _ => new CaseCommand.Rate(random.Next(7), "page"),
        };
    }

    private static IEnumerable<CaseCommand> Forward(CaseBench bench) =>
    [
        CaseBench.Corrected, CaseBench.Accept,
        .. bench.Case.Parts.Values.Where(part => part.Status == PartStatus.Asked).Select(part => new CaseCommand.Fixed(part.Key, new Correction(null, null))),
        .. bench.Case.Parts.Values.Where(part => part.Status == PartStatus.Unrouted).Select(part => new CaseCommand.Reroute(part.Key, null, null, null, "on")),
        .. Parts.Where(part => bench.Case.Parts.TryGetValue(part, out var file) && file.Status.IsActive()).Select(part => CaseBench.Answer(part)),
        new CaseCommand.Decide(CaseOutcome.Granted, null, null),
        new CaseCommand.Close(DeliveryMethod.InPerson),
    ];
}
