using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Tests.Data;

public sealed class ChangesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Fifty_twins_at_once_change_once_and_get_the_same_answer(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => site.PostAsync("/api/samples", "twin", 7m, Cancelled)));

        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync(Cancelled)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await site.Store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
        Assert.Equal(49, answers.Count(answer => answer.Headers.Contains("Idempotency-Replayed")));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task The_same_key_with_another_body_is_refused(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);
        using var first = await site.PostAsync("/api/samples", "key", 1m, Cancelled);

        using var other = await site.PostAsync("/api/samples", "key", 2m, Cancelled);

        Assert.Equal((HttpStatusCode)422, other.StatusCode);
        Assert.Equal("idempotency.key-reused", (await other.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("code").GetString());
        Assert.Equal(1, await site.Store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_key_belongs_to_its_path_and_requests_without_one_are_carried_out_each_time(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);

        foreach (var (path, key) in new (string, string?)[] { ("/api/samples", "key"), ("/api/others", "key"), ("/api/samples", null), ("/api/samples", null) })
        {
            using var answer = await site.PostAsync(path, key, 1m, Cancelled);
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        Assert.Equal(4, await site.Store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_refusal_rolls_back_and_its_key_may_be_used_again(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);

        using var refused = await site.PostAsync("/api/samples", "key", -1m, Cancelled);
        using var accepted = await site.PostAsync("/api/samples", "key", 1m, Cancelled);

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal("too little", await refused.Content.ReadFromJsonAsync<string>(Cancelled));
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
        Assert.Equal(1, await site.Store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Nothing_is_answered_before_the_commit_and_an_exception_leaves_nothing(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);

        using var broken = await site.PostAsync("/api/broken", "key", 1m, Cancelled);

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Equal(0, await site.Store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
        Assert.Equal(0, await site.Store.ScalarAsync<int>("SELECT count(*) FROM idempotency", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task The_second_of_two_writers_gets_409(DatabaseKind kind)
    {
        await using var site = await Site.StartAsync(kind, Cancelled);
        using var created = await site.PostAsync("/api/samples", null, 1m, Cancelled);

        using var conflict = await site.PostAsync("/api/stale", null, 5m, Cancelled);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal("sample.changed-meanwhile", (await conflict.Content.ReadFromJsonAsync<JsonElement>(Cancelled)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_answer_is_stored_sealed()
    {
        await using var site = await Site.StartAsync(DatabaseKind.Sqlite, Cancelled);
        using var created = await site.PostAsync("/api/samples", "key", 7m, Cancelled);

        var stored = await site.Store.ScalarAsync<string>("SELECT hex(response) FROM idempotency", Cancelled);
        using var again = await site.PostAsync("/api/samples", "key", 7m, Cancelled);

        Assert.StartsWith(Convert.ToHexString("sealed:"u8), stored, StringComparison.Ordinal);
        Assert.Equal(await created.Content.ReadAsStringAsync(Cancelled), await again.Content.ReadAsStringAsync(Cancelled));
    }

    private sealed record SampleRequest(decimal Amount);

    /// <summary>A web server with changing endpoints over one store.</summary>
    private sealed class Site(WebApplication app, Store store) : IAsyncDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First()) };

        public Store Store => store;

        public static async Task<Site> StartAsync(DatabaseKind kind, CancellationToken cancellationToken)
        {
            var store = await Store.CreateAsync(kind, cancellationToken);
            var builder = WebApplication.CreateBuilder(["--urls=http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            builder.Services.AddKeyedSingleton(Store.Owner, store.Database);
            builder.Services.AddPlatformDatabase<SampleContext>(Store.Owner);
            builder.Services.AddSingleton<IFieldProtector, Seal>();
            var app = builder.Build();
            foreach (var path in (string[])["/api/samples", "/api/others"]) app.MapPost(path, CreateAsync).Changes(Store.Owner);
            app.MapPost("/api/broken", BreakAsync).Changes(Store.Owner);
            app.MapPost("/api/stale", StaleAsync).Changes(Store.Owner);
            await app.StartAsync(cancellationToken);
            return new(app, store);
        }

        public async Task<HttpResponseMessage> PostAsync(string path, string? key, decimal amount, CancellationToken cancellationToken)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new SampleRequest(amount)) };
            if (key is not null) request.Headers.Add("Idempotency-Key", key);
            return await _client.SendAsync(request, cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await app.DisposeAsync();
            await store.DisposeAsync();
        }

        private static async Task<IResult> CreateAsync(SampleRequest request, SampleContext database, CancellationToken cancellationToken)
        {
            var sample = new Sample { Resident = new ResidentId(Guid.CreateVersion7()), Amount = request.Amount, At = DateTimeOffset.UtcNow };
            database.Add(sample);
            await database.SaveChangesAsync(cancellationToken);
            return request.Amount < 0 ? TypedResults.UnprocessableEntity("too little") : TypedResults.Created($"/api/samples/{sample.Id}", new { sample.Id });
        }

        private static async Task<IResult> BreakAsync(SampleRequest request, SampleContext database, HttpContext context, CancellationToken cancellationToken)
        {
            await CreateAsync(request, database, cancellationToken);
            await context.Response.WriteAsync("half an answer", cancellationToken);
            throw new InvalidOperationException("Broken after writing.");
        }

        private static async Task<IResult> StaleAsync(SampleRequest request, SampleContext database, CancellationToken cancellationToken)
        {
            var sample = await database.Samples.BeyondAccess("nobody acts here").SingleAsync(cancellationToken);
            database.Entry(sample).Property(row => row.Version).OriginalValue = 99;
            sample.Amount = request.Amount;
            await database.SaveChangesAsync(cancellationToken);
            return TypedResults.NoContent();
        }
    }

    /// <summary>Stands for the host's field encryption.</summary>
    private sealed class Seal : IFieldProtector
    {
        public byte[] Protect(string table, string column, Guid row, string plain) => System.Text.Encoding.UTF8.GetBytes($"sealed:{table}/{column}/{row:N}:{plain}");

        public string Unprotect(string table, string column, Guid row, byte[] sealedValue)
        {
            var prefix = $"sealed:{table}/{column}/{row:N}:";
            var text = System.Text.Encoding.UTF8.GetString(sealedValue);
            return text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : throw new InvalidOperationException("Moved.");
        }
    }
}
