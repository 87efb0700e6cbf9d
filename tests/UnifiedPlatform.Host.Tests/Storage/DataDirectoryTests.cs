using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;

namespace UnifiedPlatform.Host.Tests.Storage;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("up-data-").FullName;

    [Fact]
    public void A_second_host_on_the_same_directory_is_told_so_in_one_line()
    {
        using var first = new DataDirectory(Options(_folder));
        first.Claim();
        using var second = new DataDirectory(Options(_folder));

        var refusal = Assert.Throws<StartupFailure>(second.Claim);

        Assert.Contains(_folder, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        Assert.NotEqual(0, refusal.ExitCode);
    }

    [Fact]
    public void After_the_first_host_has_ended_the_next_may_use_the_directory()
    {
        using (var first = new DataDirectory(Options(_folder))) first.Claim();
        using var next = new DataDirectory(Options(_folder));

        next.Claim();
    }

    [Fact]
    public void A_directory_that_cannot_be_made_is_told_in_one_line()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        using var directory = new DataDirectory(Options(Path.Combine(file, "data")));

        var refusal = Assert.Throws<StartupFailure>(directory.Claim);

        Assert.DoesNotContain('\n', refusal.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static PlatformOptions Options(string data) => new(data, data, data, false, 0, false, false, "", null, TimeZoneInfo.Utc);
}
