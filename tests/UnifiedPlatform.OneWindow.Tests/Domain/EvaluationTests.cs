using FsCheck;
using FsCheck.Fluent;
using System.Text.Json;
using UnifiedPlatform.OneWindow.Domain.Expressions;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Tests.Support;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class EvaluationTests
{
    [Theory]
    [InlineData("true", Truth.Yes)]
    [InlineData("""{"eq":["$q/living","alone"]}""", Truth.Yes)]
    [InlineData("""{"ne":["$q/living","alone"]}""", Truth.No)]
    [InlineData("""{"eq":["$q/blind",true]}""", Truth.Unknown)]
    [InlineData("""{"not":{"eq":["$q/blind",true]}}""", Truth.Unknown)]
    [InlineData("""{"all":[{"eq":["$q/blind",true]},false]}""", Truth.No)]
    [InlineData("""{"all":[{"eq":["$q/blind",true]},true]}""", Truth.Unknown)]
    [InlineData("""{"any":[{"eq":["$q/blind",true]},true]}""", Truth.Yes)]
    [InlineData("""{"ge":["$resident/ageOn",60]}""", Truth.Yes)]
    [InlineData("""{"lt":["$resident/ageOn","60"]}""", Truth.Unknown)]
    [InlineData("""{"in":["$form/care",["half","full"]]}""", Truth.Yes)]
    [InlineData("""{"has":"$form/illness"}""", Truth.No)]
    [InlineData("""{"le":["$today","2026-12-31"]}""", Truth.Yes)]
    [InlineData("""{"ge":[{"count":["$form/list",{"gt":["$it/n",1]}]},1]}""", Truth.Unknown)]
    public void A_condition_has_its_truth(string text, Truth expected) => Assert.Equal(expected, Read(text).Holds(CaseBench.Known(70)));

    [Fact]
    public void A_count_looks_at_each_element()
    {
        var inputs = new Inputs(new DateOnly(2026, 1, 1)) { Form = CaseBench.Json("""{"list":[{"n":1},{"n":2},{"n":3}]}""") };

        Assert.Equal(Truth.Yes, Read("""{"eq":[{"count":["$form/list",{"gt":["$it/n",1]}]},2]}""").Holds(inputs));
    }

    [Fact]
    public void Every_condition_answers_every_input_and_knows_de_Morgan() => Check.QuickThrowOnFailure(Prop.ForAll(
        Conditions(4).ToArbitrary(), Gen.Choose(0, 120).ToArbitrary(), (condition, age) =>
        {
            var inputs = CaseBench.Known(age % 3 == 0 ? null : age);
            var truth = condition.Holds(inputs);
            var mirrored = new Expr.Not(new Expr.Not(condition)).Holds(inputs);
            var read = Read(JsonSerializer.Serialize(condition, ItemReader.Options)).Holds(inputs);
            return truth == mirrored && truth == read
                && new Expr.Not(new Expr.All([condition, condition])).Holds(inputs) == new Expr.Any([new Expr.Not(condition), new Expr.Not(condition)]).Holds(inputs);
        }));

    private static Gen<Expr> Conditions(int depth)
    {
        var leaves = Gen.Elements<Expr>(
            new Expr.Constant(true), new Expr.Constant(false), Read("""{"ge":["$resident/ageOn",60]}"""), Read("""{"eq":["$q/blind",true]}"""),
            Read("""{"in":["$form/care",["half",3,true]]}"""), Read("""{"has":"$form/hours"}"""), Read("""{"lt":["$form/phone",5]}"""));
        if (depth == 0) return leaves;
        var inner = Conditions(depth - 1);
        return Gen.OneOf(leaves, inner.Select(Expr (of) => new Expr.Not(of)),
            inner.Two().Select(Expr (two) => new Expr.All([two.Item1, two.Item2])), inner.Two().Select(Expr (two) => new Expr.Any([two.Item1, two.Item2])));
    }

    private static Expr Read(string text) => JsonSerializer.Deserialize<Expr>(text, ItemReader.Options)!; // every text here is a condition
}
