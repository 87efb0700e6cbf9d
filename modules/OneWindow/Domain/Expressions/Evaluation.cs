namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Evaluates conditions. Total: every condition has an answer for every input.</summary>
public static class Evaluation
{
    public static Truth Holds(this Expr condition, IInputs inputs) => condition switch
    {
        Expr.Constant constant => constant.Holds ? Truth.Yes : Truth.No,
        Expr.All all => all.Of.Select(part => part.Holds(inputs)).DefaultIfEmpty(Truth.Yes).Min(),
        Expr.Any any => any.Of.Select(part => part.Holds(inputs)).DefaultIfEmpty(Truth.No).Max(),
        Expr.Not not => (Truth)(Truth.Yes - not.Of.Holds(inputs)),
        Expr.Compare compare => Compare(compare.How, Read(compare.Left, inputs), Read(compare.Right, inputs)),
        Expr.In membership => membership.Options
            .Select(option => Compare(Comparison.Eq, Read(membership.Left, inputs), Read(option, inputs))).DefaultIfEmpty(Truth.No).Max(),
        Expr.Has has => inputs.Read(has.Of) is null ? Truth.No : Truth.Yes,
        _ => Truth.Unknown,
    };

    public static bool Satisfied(this Expr condition, IInputs inputs) => condition.Holds(inputs) == Truth.Yes;

    private static Value? Read(Operand side, IInputs inputs) => side switch
    {
        Operand.Literal literal => literal.Value,
        Operand.Input input => inputs.Read(input.Of),
        Operand.Counted counted => Count(counted.Of, inputs),
        _ => null,
    };

    private static Value? Count(Expr.Count count, IInputs inputs)
    {
        if (inputs.Read(count.Of) is not Value.Many list) return null;
        var answers = list.Items.Select(item => count.Where.Holds(new ElementInputs(item, inputs))).ToList();
        return answers.Contains(Truth.Unknown) ? null : new Value.Number(answers.Count(answer => answer == Truth.Yes));
    }

    private static Truth Compare(Comparison how, Value? left, Value? right) => (how, left, right) switch
    {
        (_, null, _) or (_, _, null) => Truth.Unknown,
        (_, Value.Number a, Value.Number b) => Ordered(how, a.Amount.CompareTo(b.Amount)),
        (_, Value.Text a, Value.Text b) => Ordered(how, Math.Sign(string.CompareOrdinal(a.Content, b.Content))),
        (Comparison.Eq, Value.Flag a, Value.Flag b) => Of(a.Holds == b.Holds),
        (Comparison.Ne, Value.Flag a, Value.Flag b) => Of(a.Holds != b.Holds),
        _ => Truth.Unknown,
    };

    private static Truth Ordered(Comparison how, int order) => Of(how switch
    {
        Comparison.Eq => order == 0,
        Comparison.Ne => order != 0,
        Comparison.Lt => order < 0,
        Comparison.Le => order <= 0,
        Comparison.Gt => order > 0,
        _ => order >= 0,
    });

    private static Truth Of(bool holds) => holds ? Truth.Yes : Truth.No;

    private sealed class ElementInputs(Value element, IInputs outer) : IInputs
    {
        public Value? Read(Reference reference) => reference.Root != Root.Element ? outer.Read(reference)
            : reference.Path.IsEmpty ? element
            : element is Value.Tree tree && Pointer.Find(tree.Json, reference.Path) is { } found ? Value.Of(found) : null;
    }
}
