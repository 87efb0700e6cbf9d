using System.Collections.Immutable;
using System.Globalization;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Signing;

/// <summary>A tree of signatures with the answers given so far, by path (<c>0</c>, <c>1.0</c>; a single leaf is <c>0</c>).</summary>
public sealed record SignTree(Sign Rule, ImmutableSortedDictionary<string, PartOpinion> Answers)
{
    public static SignTree Fresh(Sign rule) => new(rule, ImmutableSortedDictionary<string, PartOpinion>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>Every signature with its state.</summary>
    public IReadOnlyList<SignLeaf> Leaves()
    {
        var leaves = new List<SignLeaf>();
        Walk(Rule, RootPath, LeafState.Active, leaves);
        return leaves;
    }

    public IEnumerable<SignLeaf> Active => Leaves().Where(leaf => leaf.State == LeafState.Active);

    /// <summary>The opinion of the whole; null: not yet.</summary>
    public PartOpinion? Outcome => Result(Rule, RootPath);

    public SignTree Answer(string path, PartOpinion opinion) => this with { Answers = Answers.SetItem(path, opinion) };

    private const string RootPath = "";

    private static IEnumerable<(Sign Node, string Path)> Children(IReadOnlyList<Sign> of, string path) =>
        of.Select((node, i) => (node, (path.Length == 0 ? "" : path + ".") + i.ToString(CultureInfo.InvariantCulture)));

    private static string LeafPath(string path) => path.Length == 0 ? "0" : path;

    private PartOpinion? Result(Sign node, string path) => node switch
    {
        Sign.ByRole or Sign.ByPerson => Answers.TryGetValue(LeafPath(path), out var opinion) ? opinion : null,
        Sign.All all => OfAll(Children(all.Of, path).Select(child => Result(child.Node, child.Path)).ToList()),
        Sign.Sequence sequence => OfAll(Children(sequence.Of, path).Select(child => Result(child.Node, child.Path)).ToList()),
        Sign.Any any => Children(any.Of, path).Select(child => Result(child.Node, child.Path)).FirstOrDefault(result => result is not null),
        Sign.Quorum quorum => OfQuorum(quorum, path),
        _ => null,
    };

    private static PartOpinion? OfAll(List<PartOpinion?> results) =>
        results.Contains(PartOpinion.Refused) ? PartOpinion.Refused
        : results.Contains(null) ? null
        : results.All(result => result == PartOpinion.Recorded) ? PartOpinion.Recorded : PartOpinion.Agreed;

    private PartOpinion? OfQuorum(Sign.Quorum quorum, string path)
    {
        var results = Children(quorum.Of, path).Select(child => Result(child.Node, child.Path)).ToList();
        var agreed = results.Count(result => result is PartOpinion.Agreed or PartOpinion.Recorded);
        if (agreed >= quorum.Needed) return PartOpinion.Agreed;
        return agreed + results.Count(result => result is null) < quorum.Needed ? PartOpinion.Refused : null;
    }

    private void Walk(Sign node, string path, LeafState open, List<SignLeaf> leaves)
    {
        if (node is Sign.ByRole or Sign.ByPerson)
        {
            var answered = Answers.TryGetValue(LeafPath(path), out var opinion);
            leaves.Add(new SignLeaf(LeafPath(path), node, answered ? LeafState.Answered : open, answered ? opinion : null));
            return;
        }
        var inner = Result(node, path) is null ? open : LeafState.Superseded;
        foreach (var (child, childPath) in Children(Below(node), path))
        {
            Walk(child, childPath, inner, leaves);
            if (node is Sign.Sequence && inner == LeafState.Active && Result(child, childPath) is null) inner = LeafState.Waiting;
        }
    }

    private static IReadOnlyList<Sign> Below(Sign node) => node switch
    {
        Sign.All all => all.Of,
        Sign.Any any => any.Of,
        Sign.Sequence sequence => sequence.Of,
        Sign.Quorum quorum => quorum.Of,
        _ => [],
    };
}
