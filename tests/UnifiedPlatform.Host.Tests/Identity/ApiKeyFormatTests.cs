using UnifiedPlatform.Host.Identity.ApiKeys;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class ApiKeyFormatTests
{
    [Fact]
    public void A_key_reads_back_and_has_the_published_shape()
    {
        var (id, secret, text) = ApiKeyFormat.New("demo");

        Assert.Matches("^upk_demo_[a-z2-7]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}$", text);
        Assert.True(ApiKeyFormat.TryRead(text, out var readId, out var readSecret));
        Assert.Equal((id, secret), (readId, readSecret));
    }

    [Fact]
    public void A_typo_anywhere_is_refused_without_a_look_up()
    {
        var (_, _, text) = ApiKeyFormat.New("prod");

        for (var i = 0; i < text.Length; i++)
            Assert.False(ApiKeyFormat.TryRead(text[..i] + (text[i] == 'a' ? 'b' : 'a') + text[(i + 1)..], out _, out _), $"position {i}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("upk")]
    [InlineData("upk____")]
    [InlineData("Basic x")]
    public void Anything_else_is_no_key(string text) => Assert.False(ApiKeyFormat.TryRead(text, out _, out _));
}
