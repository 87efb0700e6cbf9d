using System.Globalization;

namespace UnifiedPlatform.OneWindow.Domain.Expressions;

/// <summary>Static check of a condition (L07): every name exists at its moment, every comparison can hold.</summary>
public static class TypeCheck
{
    /// <summary>Words of what is wrong, as codes with their subject.</summary>
    public static IEnumerable<string> Problems(Expr condition, ITypes types) => condition switch
    {
        Expr.Constant => [],
        Expr.All all => all.Of.SelectMany(part => Problems(part, types)),
        Expr.Any any => any.Of.SelectMany(part => Problems(part, types)),
        Expr.Not not => Problems(not.Of, types),
        Expr.Has has => types.TypeOf(has.Of) is null ? [Unknown(has.Of)] : [],
        Expr.Compare compare => Comparing(compare.How, compare.Left, compare.Right, types),
        Expr.In membership => membership.Options.Count == 0 ? ["empty-list"] : membership.Options.SelectMany(option => Comparing(Comparison.Eq, membership.Left, option, types)),
        Expr.Count => ["number-is-no-condition"],
        _ => ["unknown-expression"],
    };

    private static IEnumerable<string> Comparing(Comparison how, Operand left, Operand right, ITypes types)
    {
        var problems = Side(left, types).Concat(Side(right, types)).ToList();
        if (problems.Count > 0) return problems;
        var (a, b) = (TypeOf(left, types), TypeOf(right, types));
        if (!Fits(a, b, left, right)) return [$"types-differ {a} {b}"];
        if (how is not (Comparison.Eq or Comparison.Ne) && (a is ExprType.Flag || b is ExprType.Flag)) return ["flags-have-no-order"];
        return Choice(left, right, types).Concat(Choice(right, left, types));
    }

    private static IEnumerable<string> Side(Operand side, ITypes types) => side switch
    {
        Operand.Input input => types.TypeOf(input.Of) is null ? [Unknown(input.Of)] : [],
        Operand.Counted counted => types.TypeOf(counted.Of.Of) switch
        {
            null => [Unknown(counted.Of.Of)],
            ExprType.Many or ExprType.Open => Problems(counted.Of.Where, new ElementTypes(types)),
            _ => [$"not-a-list {counted.Of.Of}"],
        },
        _ => [],
    };

    private static ExprType TypeOf(Operand side, ITypes types) => side switch
    {
        Operand.Input input => types.TypeOf(input.Of) ?? ExprType.Open,
        Operand.Counted => ExprType.Number,
        Operand.Literal { Value: Value.Number } => ExprType.Number,
        Operand.Literal { Value: Value.Flag } => ExprType.Flag,
        _ => ExprType.Text,
    };

    private static bool Fits(ExprType a, ExprType b, Operand left, Operand right) =>
        a is not (ExprType.Many or ExprType.Tree) && b is not (ExprType.Many or ExprType.Tree)
        && (a == ExprType.Open || b == ExprType.Open || a == b || (a == ExprType.Day && IsDay(right)) || (b == ExprType.Day && IsDay(left)));

    private static bool IsDay(Operand side) =>
        side is Operand.Literal { Value: Value.Text text } && DateOnly.TryParseExact(text.Content, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<string> Choice(Operand named, Operand other, ITypes types) =>
        named is Operand.Input input && other is Operand.Literal { Value: Value.Text text } && types.ChoicesOf(input.Of) is { } choices && !choices.Contains(text.Content)
            ? [$"never-equal {input.Of} {text.Content}"] : [];

    private static string Unknown(Reference reference) => $"unknown-here {reference}";

    private sealed class ElementTypes(ITypes outer) : ITypes
    {
        public ExprType? TypeOf(Reference reference) => reference.Root == Root.Element ? ExprType.Open : outer.TypeOf(reference);

        public IReadOnlyCollection<string>? ChoicesOf(Reference reference) => reference.Root == Root.Element ? null : outer.ChoicesOf(reference);
    }
}
