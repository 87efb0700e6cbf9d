using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Indexing.Server;

namespace UnifiedPlatform.Host.Tests.Residents;

/// <summary>What whoever speaks to a search server must keep to; the official client will be held to the same.</summary>
public sealed class SearchTransportTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_node_answers_when_one_is_gone()
    {
        await using var alive = await StubServer.StartAsync();
        using var transport = Transport(new SearchServerOptions { Addresses = [Nobody(), alive.Address] });

        for (var i = 0; i < 6; i++) Assert.Equal(200, (await AskAsync(transport)).Status);
        Assert.Equal(6, alive.Asked.Count);
    }

    [Fact]
    public async Task A_node_that_says_503_gives_way_and_the_last_one_is_told()
    {
        await using var sick = await StubServer.StartAsync();
        sick.Answer = (context, _) => StubServer.WriteAsync(context, 503, """{"error":{"type":"no_shard_available_action_exception"}}""");
        await using var well = await StubServer.StartAsync();
        using (var both = Transport(new SearchServerOptions { Addresses = [sick.Address, well.Address] }))
            for (var i = 0; i < 4; i++) Assert.Equal(200, (await AskAsync(both)).Status);

        using var alone = Transport(new SearchServerOptions { Addresses = [sick.Address] });
        var fault = (await AskAsync(alone)).Fault();
        Assert.Equal((IndexFault.Unavailable, "no_shard_available_action_exception"), (fault.Fault, fault.Detail));
    }

    [Fact]
    public async Task After_three_failures_the_breaker_answers_at_once_and_one_request_tries_later()
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => { context.Abort(); return Task.CompletedTask; };
        var clock = new Hands();
        using var transport = new SearchTransport(new SearchServerOptions { Addresses = [server.Address] }, clock);
        for (var i = 0; i < 3; i++) await Assert.ThrowsAsync<IndexAwayException>(async () => await AskAsync(transport));
        var reached = server.Asked.Count;

        for (var i = 0; i < 5; i++) await Assert.ThrowsAsync<IndexAwayException>(async () => await AskAsync(transport));
        Assert.Equal(reached, server.Asked.Count);

        clock.Now += TimeSpan.FromSeconds(2);
        server.Answer = (context, _) => StubServer.WriteAsync(context, 200, "{}");
        Assert.Equal(200, (await AskAsync(transport)).Status);
        Assert.Equal(reached + 1, server.Asked.Count);
    }

    [Fact]
    public async Task Nothing_within_the_limit_is_slow()
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        using var transport = Transport(new SearchServerOptions { Addresses = [server.Address] });

        Assert.Equal(IndexFault.Slow, (await Assert.ThrowsAsync<IndexAwayException>(async () => await AskAsync(transport, limit: TimeSpan.FromMilliseconds(200)))).Fault);
    }

    [Theory]
    [InlineData("""{"hits":{"tot""")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("[1,2")]
    public async Task An_answer_that_is_no_json_is_garbled(string body)
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => StubServer.WriteAsync(context, 200, body);
        using var transport = Transport(new SearchServerOptions { Addresses = [server.Address] });

        Assert.Equal(IndexFault.Garbled, (await Assert.ThrowsAsync<IndexAwayException>(async () => await AskAsync(transport))).Fault);
    }

    [Theory]
    [InlineData("alice", "s3cret:with:colons", null, "Basic YWxpY2U6czNjcmV0OndpdGg6Y29sb25z")]
    [InlineData(null, null, "aWQ6a2V5", "ApiKey aWQ6a2V5")]
    [InlineData(null, null, null, null)]
    public async Task Credentials_travel_in_the_header(string? user, string? password, string? key, string? header)
    {
        await using var server = await StubServer.StartAsync();
        using var transport = Transport(new SearchServerOptions { Addresses = [server.Address], User = user, Password = password, ApiKey = key });
        await AskAsync(transport);

        Assert.Equal(header, Assert.Single(server.Asked).Authorization is { Length: > 0 } sent ? sent : null);
    }

    [Theory]
    [InlineData(401, IndexFault.Credentials)]
    [InlineData(403, IndexFault.Forbidden)]
    [InlineData(429, IndexFault.Overloaded)]
    [InlineData(400, IndexFault.Refused)]
    public async Task A_no_is_an_answer_with_its_reason(int status, IndexFault fault)
    {
        await using var server = await StubServer.StartAsync();
        server.Answer = (context, _) => StubServer.WriteAsync(context, status, """{"error":{"type":"some_exception","reason":"failed to parse 张伟"}}""");
        using var transport = Transport(new SearchServerOptions { Addresses = [server.Address] });

        var away = (await AskAsync(transport)).Fault();
        Assert.Equal((fault, "some_exception"), (away.Fault, away.Detail));
        Assert.DoesNotContain("张伟", away.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_bodies_travel_compressed_and_arrive_whole()
    {
        await using var server = await StubServer.StartAsync();
        using var transport = Transport(new SearchServerOptions { Addresses = [server.Address] });
        var body = string.Concat(Enumerable.Repeat("""{"tok":"n王"}""" + "\n", 500));
        await AskAsync(transport, body);
        await AskAsync(transport, "{}");

        Assert.Equal([(body, true), ("{}", false)], server.Asked.Select(a => (a.Body, a.Packed)));
    }

    [Fact]
    public async Task Only_the_certificate_that_was_configured_is_believed()
    {
        using var authority = Authority("CN=Test authority", out var key);
        using var certificate = Issue(authority, key);
        await using var server = await StubServer.StartAsync(certificate);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, authority.ExportCertificatePem(), Cancelled);
        using var stranger = Authority("CN=Another authority", out _);
        var other = Path.GetTempFileName();
        await File.WriteAllTextAsync(other, stranger.ExportCertificatePem(), Cancelled);
        var address = new Uri($"https://localhost:{server.Address.Port}/");
        try
        {
            Assert.Equal(200, await StatusAsync(new SearchServerOptions { Addresses = [address], CaFile = file }));
            Assert.Equal(200, await StatusAsync(new SearchServerOptions { Addresses = [address], Fingerprint = certificate.GetCertHashString(HashAlgorithmName.SHA256) }));
            Assert.Equal(IndexFault.Certificate, await FaultAsync(new SearchServerOptions { Addresses = [address] }));
            Assert.Equal(IndexFault.Certificate, await FaultAsync(new SearchServerOptions { Addresses = [address], CaFile = other }));
            Assert.Equal(IndexFault.Certificate, await FaultAsync(new SearchServerOptions { Addresses = [address], Fingerprint = new string('A', 64) }));
            // The authority vouches for localhost, not for the number.
            Assert.Equal(IndexFault.Certificate, await FaultAsync(new SearchServerOptions { Addresses = [new Uri($"https://127.0.0.1:{server.Address.Port}/")], CaFile = file }));
        }
        finally
        {
            File.Delete(file);
            File.Delete(other);
            key.Dispose();
        }

        static async Task<int> StatusAsync(SearchServerOptions options)
        {
            using var transport = Transport(options);
            return (await AskAsync(transport)).Status;
        }

        static async Task<IndexFault> FaultAsync(SearchServerOptions options)
        {
            using var transport = Transport(options);
            return (await Assert.ThrowsAsync<IndexAwayException>(async () => await AskAsync(transport))).Fault;
        }
    }

    private static SearchTransport Transport(SearchServerOptions options) => new(options, TimeProvider.System);

    private static ValueTask<SearchAnswer> AskAsync(SearchTransport transport, string body = "{}", TimeSpan? limit = null) =>
        transport.SendAsync(HttpMethod.Post, "resident/_search", Encoding.UTF8.GetBytes(body), limit ?? Short, Cancelled);

    private static Uri Nobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    private static X509Certificate2 Authority(string name, out ECDsa key)
    {
        key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, ECDsa key)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(key), DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3]);
        using var whole = issued.CopyWithPrivateKey(own);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class Hands : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 9, 21, 1, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
