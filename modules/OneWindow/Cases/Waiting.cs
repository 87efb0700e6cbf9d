using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Whom a case waits for, as far as its log tells.</summary>
internal static class Waiting
{
    /// <summary>What the applicant has to correct now.</summary>
    public static IReadOnlyList<OpenCorrection> Corrections(LoadedCase loaded)
    {
        var state = loaded.State;
        var open = new List<OpenCorrection>();
        if (state is { Status: CaseStatus.Correcting, CorrectionAskedOn: { } asked }) open.Add(new OpenCorrection(null, state.CorrectionPoints, Last(loaded, EventKinds.CorrectionAsked, null)?.Data.Words, asked, state.CorrectionDue));
        foreach (var part in state.Parts.Values.Where(part => part.Status == PartStatus.Asked))
            if (Last(loaded, EventKinds.FixAsked, part.Key) is { } happened) open.Add(new OpenCorrection(part.Key, part.FixPoints, happened.Data.Words, happened.OnDay, null));
        return open;
    }

    /// <summary>Whose signature under the decision is awaited.</summary>
    public static IReadOnlyList<UnitView> Deciders(CaseFile state, ServiceItem rules) =>
        state is { Status: CaseStatus.Deciding, DecisionSigns: { } signs } ? Units(signs, rules.Decide.By, state) : [];

    /// <summary>Whose signature under a part is awaited.</summary>
    public static IReadOnlyList<UnitView> Signers(CaseFile state, PartFile part) =>
        part is { Signs: { } signs, Module: null } && part.Status is PartStatus.Open or PartStatus.Taken ? Units(signs, null, state) : [];

    /// <summary>The event by which a part came back to the counter; null: somebody has it.</summary>
    public static CaseEvent? HandedBack(LoadedCase loaded, PartFile part) => part.Status == PartStatus.Unrouted ? Last(loaded, EventKinds.PartDeclined, part.Key) : null;

    private static CaseEvent? Last(LoadedCase loaded, string kind, string? part) => loaded.Log.LastOrDefault(happened => happened.Kind == kind && happened.PartKey == part);

    private static List<UnitView> Units(SignTree signs, Unit? otherwise, CaseFile state) =>
        [.. signs.Active.Select(leaf => leaf.Unit ?? otherwise).OfType<Unit>().Select(unit => new UnitView(unit.Org.Resolve(state.Lead, state.Org, state.Region) ?? state.Lead, unit.Role)).Distinct()];
}
