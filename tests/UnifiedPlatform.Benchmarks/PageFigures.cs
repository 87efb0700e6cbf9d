using System.Net;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Benchmarks;

/// <summary>What a cold browser loads for the counter page: the page and what it links, compressed as a browser asks for it.</summary>
internal sealed class PageFigures : IFigureSet
{
    public IReadOnlyList<string> Names => ["page.cold-bytes", "page.requests"];

    public async Task MeasureAsync(Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        await using var platform = await TestPlatform.StartAsync(cancellationToken: cancellationToken);
        using var browser = await DemoBrowser.SignInAsync(platform, "clerk", cancellationToken);
        var (page, bytes) = await LoadAsync(browser.Client, "/residents", cancellationToken);
        var linked = System.Text.RegularExpressions.Regex.Matches(page, "(?:src|href)=\"(/_up/[^\"]+)\"").Select(match => match.Groups[1].Value).Distinct().ToArray();
        foreach (var asset in linked) bytes += (await LoadAsync(browser.Client, asset, cancellationToken)).Bytes;
        Figures.Print("page.cold-bytes", bytes, "B");
        Figures.Print("page.requests", 1 + linked.Length, "requests");
    }

    private static async Task<(string Text, int Bytes)> LoadAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip, deflate, br");
        using var answer = await client.SendAsync(request, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(header => header.Key.Length + 4 + header.Value.Sum(value => value.Length));
        using var plain = new MemoryStream();
        Stream unpacked = new MemoryStream(body);
        if (answer.Content.Headers.ContentEncoding.Contains("br")) unpacked = new System.IO.Compression.BrotliStream(unpacked, System.IO.Compression.CompressionMode.Decompress);
        else if (answer.Content.Headers.ContentEncoding.Contains("gzip")) unpacked = new System.IO.Compression.GZipStream(unpacked, System.IO.Compression.CompressionMode.Decompress);
        await unpacked.CopyToAsync(plain, cancellationToken);
        return (System.Text.Encoding.UTF8.GetString(plain.ToArray()), body.Length + headers);
    }
}
