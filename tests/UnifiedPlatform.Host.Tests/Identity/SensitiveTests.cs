using System.Text.Json;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class SensitiveTests
{
    private readonly Sensitive<string> _phone = new("13800138000", value => $"{value[..3]}****{value[^4..]}");

    [Fact]
    public void Every_way_out_is_masked_but_the_one_that_says_so()
    {
        Assert.Equal("138****8000", _phone.ToString());
        Assert.Equal("138****8000", $"{_phone}");
        Assert.Equal("""{"Phone":"138****8000"}""", JsonSerializer.Serialize(new { Phone = _phone }));
        Assert.Equal("", default(Sensitive<string>).ToString());
        Assert.Equal("13800138000", _phone.Clear());
    }

    [Fact]
    public void Nothing_is_read_into_it_since_it_may_be_a_mask() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Sensitive<string>>("\"138****8000\""));
}
