using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Sdk.Tests.Domain;

public sealed class MasksTests
{
    [Theory]
    [InlineData("340822199001010018", "340822********0018", "3****************8")]
    [InlineData("340822900101001", "340822*****1001", "3*************1")]
    [InlineData("3408", "****", "3**8")]
    public void An_identity_number_inside_and_in_public(string id, string inside, string notice) =>
        Assert.Equal((inside, notice), (Masks.NationalId(id), Masks.NationalIdPublic(id)));

    [Theory]
    [InlineData("高河镇独秀大道88号幸福小区3幢2单元401室", "高河镇独秀大道88号幸福小区")]
    [InlineData("高河镇独秀大道88号", "高河镇独秀大道")]
    [InlineData("高河镇查湾村河西组12号", "高河镇查湾村河西组")]
    [InlineData("幸福小区甲栋", "幸福小区")]
    [InlineData("幸福小区3-2-401", "幸福小区")]
    [InlineData("幸福小区", "幸福小区")]
    public void A_public_address_ends_at_the_estate(string address, string shown) => Assert.Equal(shown, Masks.AddressPublic(address));

    [Fact]
    public void A_card_shows_its_last_four() => Assert.Equal("************1234", Masks.BankCard("6222000011111234"));

    [Fact]
    public void Every_code_table_has_each_code_once() => Assert.All(CodeTables.All, table => Assert.Equal(table.Codes.Count, table.Codes.Distinct().Count()));
}
