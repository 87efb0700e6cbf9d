using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class DemoCertificateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_demo_for_other_machines_speaks_TLS_with_a_certificate_that_stays()
    {
        var empty = Directory.CreateTempSubdirectory("up-none-");
        await using var platform = await TestPlatform.StartAsync(new TestPlatformOptions { Modules = empty.FullName, Residents = 1, Arguments = ["--demo-allow-remote=true"], WaitUntilReady = false }, Cancelled);
        var address = new Uri(platform.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var seen = "";
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => (seen = certificate?.GetCertHashString() ?? "").Length > 0 },
        }) { BaseAddress = address };

        using var answer = await client.GetAsync(new Uri("/sign-in", UriKind.Relative), Cancelled);
        using var again = DemoCertificate.Load(Path.Combine(platform.Folder, "keys", "demo-tls.pfx"));

        Assert.Equal("https", address.Scheme);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(seen, again.GetCertHashString());
        empty.Delete();
    }
}
