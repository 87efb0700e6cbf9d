namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class DataProtectionKeysTests(QuietTown town) : IClassFixture<QuietTown>
{
    [Fact]
    public void Keys_of_cookies_and_forms_lie_sealed_by_the_ring_outside_the_data()
    {
        var files = Directory.GetFiles(Path.Combine(town.Platform.Folder, "keys", "data-protection"), "key-*.xml");

        Assert.NotEmpty(files);
        foreach (var key in files.Select(File.ReadAllText))
        {
            Assert.Contains("RingXmlDecryptor", key, StringComparison.Ordinal);
            Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
        }
    }
}
