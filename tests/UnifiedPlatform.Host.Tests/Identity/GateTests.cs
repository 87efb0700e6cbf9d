using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class GateTests : IAsyncLifetime
{
    private readonly RecordingSink _audit = new();
    private WebApplication _app = null!; // set before each test
    private HttpClient _client = null!; // set before each test

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAccessDefaults("host");
        builder.Services.AddSingleton<IAuditSink>(_audit);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseResponseGuard();
        _app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Actor"].ToString() is { Length: > 0 } permissions)
                context.Features.Set<IActorFeature>(new Someone(permissions.Split(',')));
            return next(context);
        });
        _app.Use((context, next) => context.Request.Path == "/leak" ? context.Response.WriteAsync("leak", Cancelled) : next(context));
        _app.UseRouting();
        _app.UseEndpointGate();
        _app.MapGet("/api/case", () => "case").Needs("one-window.case.view");
        _app.MapGet("/api/both", () => "both").Needs("one-window.case.view").Needs("one-window.case.edit");
        _app.MapGet("/case", () => "case").Needs("one-window.case.view");
        _app.MapPost("/case", () => "case").Needs("one-window.case.view");
        _app.MapGet("/own", () => "own").SignedIn("own things");
        _app.MapGet("/open", () => "open").Public("for all");
        _app.MapGet("/api/case/{id}", () => Results.NotFound()).Needs("one-window.case.view");
        _app.MapGet("/api/bare", () => "bare");
        await _app.StartAsync(Cancelled);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/case", null, 401)]
    [InlineData("/api/case", "x", 403)]
    [InlineData("/api/case", "one-window.case.view", 200)]
    [InlineData("/api/both", "one-window.case.view", 403)]
    [InlineData("/api/both", "one-window.case.view,one-window.case.edit", 200)]
    [InlineData("/case", null, 303)]
    [InlineData("/case", "x", 403)]
    [InlineData("/case", "one-window.case.view", 200)]
    [InlineData("/own", null, 303)]
    [InlineData("/own", "x", 200)]
    [InlineData("/open", null, 200)]
    [InlineData("/api/bare", null, 500)]
    [InlineData("/api/bare", "one-window.case.view", 500)]
    [InlineData("/api/nowhere", null, 404)]
    public async Task Every_rule_is_held(string path, string? permissions, int status)
    {
        using var response = await SendAsync(HttpMethod.Get, path, permissions);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_refusal_of_the_API_names_its_code_and_is_recorded()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/case", "x");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("security.permission-missing", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal("one-window.case.view", problem.RootElement.GetProperty("permission").GetString());
        using var entry = JsonDocument.Parse(Assert.Single(_audit.Bodies));
        Assert.Equal(("deny", "denied", "one-window.case.view"), (entry.RootElement.GetProperty("act").GetString(), entry.RootElement.GetProperty("result").GetString(), entry.RootElement.GetProperty("rtype").GetString()));
    }

    [Fact]
    public async Task A_hidden_record_is_recorded()
    {
        using var response = await SendAsync(HttpMethod.Get, "/api/case/7", "one-window.case.view");
        await Exchange.Eventually.TrueAsync(() => Task.FromResult(_audit.Bodies.Count == 1), Cancelled);

        using var entry = JsonDocument.Parse(_audit.Bodies[0]);
        Assert.Equal(("deny", "hidden"), (entry.RootElement.GetProperty("act").GetString(), entry.RootElement.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task A_page_sends_the_anonymous_to_sign_in_and_back()
    {
        using var response = await SendAsync(HttpMethod.Get, "/case?tab=2", null);

        Assert.Equal("/sign-in?returnUrl=%2Fcase%3Ftab%3D2", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_refused_post_comes_back_to_its_page_and_never_to_another_site()
    {
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/case") { Headers = { Referrer = new Uri("https://elsewhere.example/x") } };

        using var response = await _client.SendAsync(foreign, Cancelled);

        Assert.Equal("/sign-in?returnUrl=%2F", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_answer_nobody_decided_on_is_stopped()
    {
        using var response = await SendAsync(HttpMethod.Get, "/leak", "one-window.case.view");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("leak", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_audit_personal_data_is_not_answered_and_refusals_still_are()
    {
        _audit.Broken = true;

        using var refused = await SendAsync(HttpMethod.Get, "/api/case", "x");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public void The_start_finds_an_endpoint_without_a_rule()
    {
        var undecided = EndpointRules.Undecided(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)_app).DataSources);

        Assert.Contains("/api/bare", Assert.Single(undecided), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_nobody_offers_is_405_and_no_missing_rule()
    {
        using var refused = await SendAsync(HttpMethod.Delete, "/api/case", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? permissions)
    {
        using var request = new HttpRequestMessage(method, path);
        if (permissions is not null) request.Headers.Add("X-Actor", permissions);
        return await _client.SendAsync(request, Cancelled);
    }

    private sealed class Someone(string[] permissions) : IActorFeature
    {
        public Actor? Actor { get; } = new(new AccountId(Guid.CreateVersion7()), ActorKind.Staff, "x", null, null, null, null);

        public IRights Rights { get; } = new RightsSnapshot("1", [], permissions.Select(id => KeyValuePair.Create(id, (IReadOnlyList<ScopeArm>)[new ScopeArm(ScopeKind.All, [])])));
    }

    private sealed class RecordingSink : IAuditSink
    {
        public List<byte[]> Bodies { get; } = [];

        public bool Broken { get; set; }

        public ValueTask AppendAsync(Guid id, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
        {
            if (Broken) throw new AuditUnavailableException("broken");
            lock (Bodies) Bodies.Add(body.ToArray());
            return default;
        }
    }
}
