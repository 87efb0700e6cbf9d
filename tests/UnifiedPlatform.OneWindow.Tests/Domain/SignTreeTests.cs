using FsCheck;
using FsCheck.Fluent;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Signing;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class SignTreeTests
{
    [Fact]
    public void A_sequence_asks_the_next_only_after_agreement()
    {
        var tree = SignTree.Fresh(new Sign.Sequence([Leaf("a"), Leaf("b")]));
        Assert.Equal(["0"], tree.Active.Select(leaf => leaf.Path));

        var agreed = tree.Answer("0", PartOpinion.Agreed);
        Assert.Equal(["1"], agreed.Active.Select(leaf => leaf.Path));
        Assert.Null(agreed.Outcome);
        Assert.Equal(PartOpinion.Agreed, agreed.Answer("1", PartOpinion.Agreed).Outcome);

        var refused = tree.Answer("0", PartOpinion.Refused);
        Assert.Equal(PartOpinion.Refused, refused.Outcome);
        Assert.Equal(LeafState.Superseded, refused.Leaves()[1].State);
    }

    [Fact]
    public void A_quorum_ends_as_soon_as_it_is_reached_or_out_of_reach()
    {
        var tree = SignTree.Fresh(new Sign.Quorum(2, [Leaf("a"), Leaf("b"), Leaf("c")]));

        Assert.Equal(PartOpinion.Agreed, tree.Answer("0", PartOpinion.Agreed).Answer("2", PartOpinion.Agreed).Outcome);
        Assert.Equal(PartOpinion.Refused, tree.Answer("0", PartOpinion.Refused).Answer("1", PartOpinion.Refused).Outcome);
    }

    [Fact]
    public void Never_stuck_always_ends_and_nobody_answers_twice() => Check.QuickThrowOnFailure(Prop.ForAll(
        Trees(3).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (rule, seed) =>
        {
            var (tree, random, steps) = (SignTree.Fresh(rule), new Random(seed), 0);
            while (tree.Outcome is null)
            {
                var active = tree.Active.ToList();
                if (active.Count == 0 || ++steps > 100) return false;
                var chosen = active[random.Next(active.Count)].Path;
                if (tree.Answers.ContainsKey(chosen)) return false;
                var before = tree.Answers;
                tree = tree.Answer(chosen, (PartOpinion)random.Next(3));
                if (before.Any(answer => tree.Answers[answer.Key] != answer.Value)) return false;
            }
            return !tree.Active.Any() && tree.Leaves().All(leaf => leaf.State is LeafState.Answered or LeafState.Superseded);
        }));

    [Fact]
    public void Order_does_not_change_the_outcome_of_all_and_quorum() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(PartOpinion.Agreed, PartOpinion.Refused).ListOf(4).ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (opinions, seed, quorum) =>
        {
            Sign[] rules = [new Sign.All([Leaf("a"), Leaf("b"), Leaf("c"), Leaf("d")]), new Sign.Quorum(quorum, [Leaf("a"), Leaf("b"), Leaf("c"), Leaf("d")])];
            return rules.All(rule => Run(rule, [0, 1, 2, 3], opinions) == Run(rule, Shuffled(seed), opinions));
        }));

    private static PartOpinion? Run(Sign rule, IEnumerable<int> order, IReadOnlyList<PartOpinion> opinions)
    {
        var tree = SignTree.Fresh(rule);
        foreach (var i in order)
            if (tree.Outcome is null) tree = tree.Answer(i.ToString(System.Globalization.CultureInfo.InvariantCulture), opinions[i]);
        return tree.Outcome;
    }

    private static int[] Shuffled(int seed)
    {
        int[] order = [0, 1, 2, 3];
        new Random(seed).Shuffle(order);
        return order;
    }

    private static Gen<Sign> Trees(int depth)
    {
        var leaf = Gen.Elements("a", "b", "c").Select(Leaf);
        if (depth == 0) return leaf;
        var inner = Trees(depth - 1).ListOf(3);
        return Gen.OneOf(leaf, inner.Select(Sign (of) => new Sign.All(of.ToList())), inner.Select(Sign (of) => new Sign.Any(of.ToList())),
            inner.Select(Sign (of) => new Sign.Sequence(of.ToList())), inner.Select(Sign (of) => new Sign.Quorum(2, of.ToList())));
    }

    private static Sign Leaf(string role) => new Sign.ByRole(new Unit(new OrgRule.Fixed("0203"), role));
}
