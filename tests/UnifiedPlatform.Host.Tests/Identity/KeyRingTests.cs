using Microsoft.AspNetCore.DataProtection;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Identity.Ring;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class KeyRingTests : IDisposable
{
    private readonly TemporaryKeys _keys = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void A_ring_opens_again_with_the_same_keys()
    {
        var first = _keys.Open();
        var key = first.Active("field:residents");

        var second = _keys.Open();

        Assert.Equal(first.Installation, second.Installation);
        Assert.Equal(key.Bytes, second.Active("field:residents").Bytes);
        Assert.False(second.IsNew);
    }

    [Fact]
    public void Two_nodes_that_share_the_keys_make_each_key_once_and_know_each_others()
    {
        var (one, other) = (_keys.Open(), _keys.Open());

        Parallel.For(0, 24, i => (i % 2 == 0 ? one : other).Active($"field:module-{i / 4}"));

        foreach (var purpose in Enumerable.Range(0, 6).Select(i => $"field:module-{i}"))
        {
            Assert.Equal(one.Active(purpose).Id, other.Active(purpose).Id);
            Assert.NotNull(other.Find(one.Active(purpose).Id));
        }
        Assert.Equal(6, _keys.Open().Keys.Count(key => key.Purpose.StartsWith("field:", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_key_rotated_by_one_node_is_soon_the_one_the_other_seals_with()
    {
        var clock = new StepClock();
        var (one, other) = (_keys.Open(), _keys.Open(clock: clock));
        var old = other.Active("field:x");

        var fresh = one.Rotate("field:x");
        clock.Step(KeyRing.Look);

        Assert.Equal(fresh.Id, other.Active("field:x").Id);
        Assert.NotNull(other.Find(old.Id));
        one.Destroy(old.Id);
        clock.Step(KeyRing.Look);
        Assert.Equal(fresh.Id, other.Active("field:x").Id);
        Assert.Null(other.Find(old.Id));
    }

    private sealed class StepClock : TimeProvider
    {
        private long _ticks = System.GetTimestamp();

        public override long GetTimestamp() => _ticks;

        public void Step(TimeSpan by) => _ticks += (long)(by.TotalSeconds * TimestampFrequency);
    }

    [Fact]
    public void The_file_holds_no_key_in_clear_and_only_its_owner_reads_it()
    {
        var key = _keys.Open().Active("field:residents");
        var path = Path.Combine(_keys.Keys, KeyRing.FileName);

        var content = File.ReadAllText(path);

        Assert.DoesNotContain(Convert.ToBase64String(key.Bytes), content, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_keys.Keys, "kek")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void A_missing_key_encryption_key_is_said_in_one_line()
    {
        _keys.Open();
        File.Delete(_keys.Keys + ".kek");

        var failure = Assert.Throws<StartupFailure>(() => _keys.Open());

        Assert.Contains("missing", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.False(File.Exists(_keys.Keys + ".kek"));
    }

    [Fact]
    public void A_wrong_key_or_passphrase_opens_nothing()
    {
        _keys.Open(new() { ["Security:Passphrase"] = "right" });

        Assert.Throws<StartupFailure>(() => _keys.Open(new() { ["Security:Passphrase"] = "wrong" }));
        _keys.Open(new() { ["Security:Passphrase"] = "right" });
    }

    [Fact]
    public void A_damaged_ring_is_refused_and_left_alone()
    {
        _keys.Open();
        var path = Path.Combine(_keys.Keys, KeyRing.FileName);
        File.WriteAllText(path, "{");

        Assert.Throws<StartupFailure>(() => _keys.Open());
        Assert.Equal("{", File.ReadAllText(path));
    }

    [Fact]
    public async Task Data_does_not_start_with_missing_or_foreign_keys()
    {
        using var empty = new TemporaryKeys();
        var options = new TestPlatformOptions { Folder = _keys.Folder, Modules = empty.Folder, WaitUntilReady = false };
        await using (var platform = await TestPlatform.StartAsync(options, Cancelled)) await platform.StopAsync(Cancelled);
        var protectionKeys = Directory.GetFiles(Path.Combine(_keys.Keys, "data-protection"));
        Assert.All(protectionKeys, file => Assert.DoesNotContain("<masterKey", File.ReadAllText(file), StringComparison.Ordinal));

        File.Move(Path.Combine(_keys.Keys, KeyRing.FileName), Path.Combine(_keys.Folder, "ring.away"));
        var missing = await Assert.ThrowsAsync<StartupFailure>(() => TestPlatform.StartAsync(options, Cancelled));
        Assert.Contains("missing", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_keys.Keys, KeyRing.FileName)));

        empty.Open();
        File.Copy(Path.Combine(empty.Keys, KeyRing.FileName), Path.Combine(_keys.Keys, KeyRing.FileName));
        File.Copy(empty.Keys + ".kek", _keys.Keys + ".kek", overwrite: true);
        var foreign = await Assert.ThrowsAsync<StartupFailure>(() => TestPlatform.StartAsync(options, Cancelled));
        Assert.Contains("another installation", foreign.Message, StringComparison.Ordinal);
    }
}
