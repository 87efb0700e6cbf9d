using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.OneWindow.Tests.Support;

namespace UnifiedPlatform.OneWindow.Tests.Domain;

public sealed class ItemReaderTests
{
    [Fact]
    public void The_shipped_item_reads_whole_and_has_the_hash_of_its_bytes()
    {
        var (document, problem) = ItemReader.Read(ShippedItems.HomeCareText);

        Assert.Null(problem);
        Assert.NotNull(document);
        Assert.Equal("home-care-visit", document.Item.Code);
        Assert.Equal(4, document.Item.Parts.Count);
        Assert.Equal(64, document.Hash.Length);
        Assert.NotEqual(document.Hash, ItemReader.Read(ShippedItems.HomeCareText + "\n").Document?.Hash);
    }

    [Theory]
    [InlineData("unknown member", """{"schema":"service-item/1","surprise":1}""")]
    [InlineData("not json", "{")]
    [InlineData("null", "null")]
    [InlineData("a list", "[]")]
    public void What_is_no_item_is_one_finding(string _, string text)
    {
        var (document, problem) = ItemReader.Read(text);

        Assert.Null(document);
        Assert.Equal("L01", problem?.Rule);
    }

    [Fact]
    public void Unknown_missing_repeated_and_wrongly_typed_members_are_refused()
    {
        string[] broken =
        [
            ShippedItems.With(json => json["surprise"] = 1),
            ShippedItems.With(json => json["parts"]![0]!["surprise"] = true),
            ShippedItems.With(json => json.Remove("join")),
            ShippedItems.With(json => json["version"] = "1"),
            ShippedItems.With(json => json["title"] = null),
            ShippedItems.With(json => json["kind"] = "Single"),
            ShippedItems.With(json => json["clocks"]!["promised"]!["limit"]!["unit"] = "workDay"),
            ShippedItems.With(json => json["schema"] = "service-item/2"),
            ShippedItems.With(json => json["who"] = System.Text.Json.Nodes.JsonNode.Parse("""{"ge":["$resident/ageOn",60],"lt":["$resident/ageOn",99]}""")),
            ShippedItems.With(json => json["decide"]!["by"]!["org"] = "civil"),
            ShippedItems.HomeCareText.Replace("\"code\": \"home-care-visit\",", "\"code\": \"home-care-visit\", \"code\": \"home-care-visit\",", StringComparison.Ordinal),
        ];

        Assert.All(broken, text => Assert.Equal("L01", ItemReader.Read(text).Problem?.Rule));
    }

    [Fact]
    public void An_item_written_and_read_again_says_the_same()
    {
        var text = System.Text.Json.JsonSerializer.Serialize(ShippedItems.HomeCare, ItemReader.Options);

        var again = ShippedItems.Read(text);

        Assert.Equal(text, System.Text.Json.JsonSerializer.Serialize(again, ItemReader.Options));
    }
}
