using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using UnifiedPlatform.Host.Audit;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Tests.Audit;

/// <summary>Three exported days of ten entries, changed in every way somebody might, by somebody who may even hold the signing key.</summary>
public sealed class TamperTests : IAsyncLifetime
{
    private const int Days = 3;
    private const int EntriesADay = 10;
    private Ledgers _ledgers = null!; // set before each test
    private string[] _files = [];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledgers = await Ledgers.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        for (var day = 0; day < Days; day++)
        {
            await _ledgers.AppendAsync(EntriesADay, Cancelled);
            await _ledgers.Anchors.WriteAsync(Cancelled);
            _ledgers.Clock.Now += TimeSpan.FromDays(1);
        }
        var files = new List<string>();
        for (var day = 0; day < Days; day++)
        {
            var date = new DateOnly(2026, 9, 28).AddDays(day);
            var path = Path.Combine(_ledgers.Folder, AuditExport.FileName(date));
            await using var file = File.Create(path);
            Assert.True(await _ledgers.Export.WriteAsync(date, file, Cancelled));
            files.Add(path);
        }
        _files = [.. files];
    }

    public ValueTask DisposeAsync() => _ledgers.DisposeAsync();

    [Fact]
    public async Task Untouched_days_are_whole()
    {
        var check = await VerifyAsync(_files, withAnchors: true);

        Assert.Null(check.Fault);
        Assert.Equal(Days * EntriesADay, check.Entries);
        Assert.Null((await _ledgers.VerifyAsync(Cancelled)).Fault);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("delete")]
    [InlineData("swap")]
    [InlineData("insert")]
    [InlineData("cut")]
    public async Task A_changed_day_is_found_by_the_chain_alone(string kind)
    {
        var lines = Read(_files[1]);
        switch (kind)
        {
            case "edit":
                lines[5]["b"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("{}"));
                break;
            case "delete":
                lines.RemoveAt(5);
                break;
            case "swap":
                (lines[4], lines[5]) = (lines[5], lines[4]);
                break;
            case "insert":
                lines.Insert(5, lines[5].DeepClone().AsObject());
                break;
            default:
                lines.RemoveRange(8, 3);
                break;
        }
        Write(_files[1], lines);

        Assert.Equal("2026-09-29", (await VerifyAsync(_files, withAnchors: false)).Fault?.Day);
    }

    [Fact]
    public async Task A_day_left_out_is_found_by_the_chain_alone() => Assert.NotNull((await VerifyAsync([_files[0], _files[2]], withAnchors: false)).Fault);

    [Fact]
    public async Task A_cut_tail_closed_again_is_found_by_the_anchors()
    {
        Forge(_files[2], lines => lines.RemoveRange(9, 2));

        Assert.Null((await VerifyAsync(_files, withAnchors: false)).Fault);
        Assert.NotNull((await VerifyAsync(_files, withAnchors: true)).Fault);
    }

    [Fact]
    public async Task A_last_day_left_out_is_found_by_the_anchors()
    {
        Assert.Null((await VerifyAsync(_files[..2], withAnchors: false)).Fault);
        Assert.NotNull((await VerifyAsync(_files[..2], withAnchors: true)).Fault);
    }

    [Fact]
    public async Task A_history_written_again_is_found_by_the_anchors()
    {
        Forge(_files[2], lines => lines[3]["b"] = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"v\":1}")));

        Assert.Null((await VerifyAsync(_files, withAnchors: false)).Fault);
        Assert.Contains("written again", (await VerifyAsync(_files, withAnchors: true)).Fault?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        Assert.NotNull((await AuditVerifier.FilesAsync(_files, null, other.ExportSubjectPublicKeyInfoPem(), Cancelled)).Fault);
    }

    private Task<ChainCheck> VerifyAsync(string[] files, bool withAnchors) => AuditVerifier.FilesAsync(files, withAnchors ? _ledgers.Anchors.Folder : null, _ledgers.Key.PublicPem, Cancelled);

    // Somebody with the key changes the lines, chains them anew and signs the close.
    private void Forge(string file, Action<List<JsonObject>> change)
    {
        var lines = Read(file);
        var (header, footer) = (lines[0], lines[^1]);
        change(lines);
        var day = (string)header["day"]!;
        var hash = Chain.Start(day, Convert.FromHexString((string)header["before"]!));
        for (var i = 1; i < lines.Count - 1; i++)
        {
            hash = Chain.Next(hash, Convert.FromBase64String((string)lines[i]["b"]!));
            (lines[i]["i"], lines[i]["h"]) = (i - 1, Convert.ToHexStringLower(hash));
        }
        var close = Chain.Close(lines.Count - 2, hash);
        (footer["n"], footer["close"], footer["sig"]) = (lines.Count - 2, Convert.ToHexStringLower(close), Convert.ToBase64String(_ledgers.Key.Sign([.. Encoding.ASCII.GetBytes(day), .. close])));
        Write(file, lines);
    }

    private static List<JsonObject> Read(string file)
    {
        using var plain = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var text = new StreamReader(plain);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static void Write(string file, List<JsonObject> lines)
    {
        using var packed = new GZipStream(File.Create(file), CompressionLevel.Fastest);
        using var text = new StreamWriter(packed);
        foreach (var line in lines) text.WriteLine(line.ToJsonString());
    }
}
