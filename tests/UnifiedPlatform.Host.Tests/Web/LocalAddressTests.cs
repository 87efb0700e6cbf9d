using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Tests.Web;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/residents?s=abc#r1")]
    [InlineData("/m/one-window/cases")]
    [InlineData("/")]
    public void A_path_of_this_site_is_kept(string address) => Assert.Equal(address, LocalAddress.OrHome(address));

    [Theory]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("https://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/a\r\nSet-Cookie: x=1")]
    [InlineData("residents")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_leads_home(string? address) => Assert.Equal("/", LocalAddress.OrHome(address));
}
