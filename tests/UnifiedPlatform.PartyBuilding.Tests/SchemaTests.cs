using System.Text.Json;
using UnifiedPlatform.PartyBuilding.Contacts;
using UnifiedPlatform.PartyBuilding.Minutes;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.PartyBuilding.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(4)]
    public void The_answer_fits_what_the_package_declares(int? visits) =>
        Assert.Empty(Schema("PartyBuilding", "party-contact").Check(JsonSerializer.SerializeToElement(new PartyContact(Guid.CreateVersion7(), new DateOnly(2026, 11, 22), visits), PlatformJson.Create())));

    [Fact]
    public void The_fact_fits_what_the_package_declares() =>
        Assert.Empty(Schema("PartyBuilding", "resident-fact-changed").Check(JsonSerializer.SerializeToElement(new ResidentFactChanged(new ResidentId(Guid.CreateVersion7()), "party-member", true, null, null), PlatformJson.Create())));

    [Fact]
    public void The_consumer_reads_every_member_the_producer_declares()
    {
        var produced = Schema("Volunteering", "hours-locked").Properties.Keys.Order();
        var read = typeof(HoursLocked).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Order();

        Assert.Equal(produced, read);
    }

    [Fact]
    public void The_consumer_reads_an_event_that_leaves_out_what_is_optional()
    {
        var body = $$"""{"recordId":"{{Guid.CreateVersion7()}}","residentId":"{{Guid.CreateVersion7()}}","minutes":90,"day":"2026-11-20","later":1}""";

        Assert.Equal(90, JsonSerializer.Deserialize<HoursLocked>(body, PlatformJson.CreateLenient())?.Minutes);
    }

    private static JsonShape Schema(string module, string name) =>
        JsonShape.Parse(JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "modules", module, "Topics", name + ".v1.schema.json"))).RootElement);
}
