using System.Text.Json.Nodes;
using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.OneWindow.Tests.Support;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class ItemLintTests
{
    [Fact]
    public void The_shipped_item_has_no_finding() => Assert.Empty(ItemLint.Check(ShippedItems.HomeCareText, new FullWorld()));

    [Theory]
    [InlineData("L01", "catalogue nature")]
    [InlineData("L01", "schema keyword")]
    [InlineData("L02", "gap")]
    [InlineData("L02", "published")]
    [InlineData("L05", "repeated part")]
    [InlineData("L05", "capital key")]
    [InlineData("L07", "unknown question")]
    [InlineData("L07", "too early")]
    [InlineData("L07", "types differ")]
    [InlineData("L07", "never equal")]
    [InlineData("L13", "both situations")]
    [InlineData("L13", "no situation")]
    [InlineData("L15", "field without property")]
    [InlineData("L15", "property without field")]
    [InlineData("L15", "required hidden")]
    [InlineData("L21", "unknown need")]
    [InlineData("L21", "circle")]
    [InlineData("L24", "nobody assesses")]
    [InlineData("L26", "unknown input")]
    [InlineData("L26", "answer not reachable")]
    [InlineData("L45", "no queue of deciders")]
    [InlineData("L45", "no queue of heads")]
    public void A_broken_item_has_the_finding_of_its_rule(string rule, string what)
    {
        var (text, world) = Broken(what);

        var findings = ItemLint.Check(text, world);

        Assert.Contains(findings, finding => finding.Rule == rule);
    }

    private static (string, FullWorld) Broken(string what)
    {
        var world = new FullWorld();
        return what switch
        {
            "catalogue nature" => (ShippedItems.With(json => json["catalogue"]!["nature"] = "42"), world),
            "schema keyword" => (ShippedItems.With(json => json["form"]!["schema"]!["oneOf"] = new JsonArray()), world),
            "gap" => (ShippedItems.With(json => json["version"] = 3), world),
            "published" => (ShippedItems.HomeCareText + " ", new FullWorld { Last = 1, Hash = ItemReader.Read(ShippedItems.HomeCareText).Document?.Hash }),
            "repeated part" => (ShippedItems.With(json => json["parts"]![1]!["key"] = "assess"), world),
            "capital key" => (ShippedItems.With(json => json["materials"]![0]!["key"] = "Id"), world),
            "unknown question" => (ShippedItems.With(json => json["materials"]![1]!["required"] = JsonNode.Parse("""{"eq":["$q/blind",true]}""")), world),
            "too early" => (ShippedItems.With(json => json["who"] = JsonNode.Parse("""{"eq":["$part/assess/outcome","Agreed"]}""")), world),
            "types differ" => (ShippedItems.With(json => json["who"] = JsonNode.Parse("""{"ge":["$resident/ageOn","sixty"]}""")), world),
            "never equal" => (ShippedItems.With(json => json["situations"]![0]!["when"] = JsonNode.Parse("""{"eq":["$q/living","abroad"]}""")), world),
            "both situations" => (ShippedItems.With(json => json["situations"]![1]!["when"] = true), world),
            "no situation" => (ShippedItems.With(json => json["situations"]!.AsArray().RemoveAt(1)), world),
            "field without property" => (ShippedItems.With(json => json["form"]!["sections"]![0]!["fields"]![0]!["path"] = "/fax"), world),
            "property without field" => (ShippedItems.With(json => json["form"]!["schema"]!["properties"]!["fax"] = new JsonObject { ["type"] = "string" }), world),
            "required hidden" => (ShippedItems.With(json => json["form"]!["sections"]![0]!["when"] = JsonNode.Parse("""{"eq":["$q/disabled",true]}""")), world),
            "unknown need" => (ShippedItems.With(json => json["parts"]![1]!["needs"]!.AsArray().Add("surveyors")), world),
            "circle" => (ShippedItems.With(json => json["parts"]![0]!["needs"]!.AsArray().Add("eligibility")), world),
            "nobody assesses" => (ShippedItems.HomeCareText, new FullWorld { HasStaff = queue => queue.Role != "assessor" }),
            "unknown input" => (ShippedItems.With(json => json["parts"]![0]!["input"]!.AsArray().Add("/salary")), world),
            "answer not reachable" => (ShippedItems.With(json => json["parts"]![1]!["input"]!.AsArray().Add("/part/pair/result")), world),
            "no queue of deciders" => (ShippedItems.HomeCareText, new FullWorld { HasQueue = queue => queue.Role != "decider" }),
            _ => (ShippedItems.HomeCareText, new FullWorld { HasQueue = queue => queue.Role != "eligibility-head" }),
        };
    }
}
