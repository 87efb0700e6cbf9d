namespace UnifiedPlatform.Benchmarks.Modules;

/// <summary>The modules of the measurements, as text.</summary>
internal static class BenchSources
{
    /// <summary>Publishes a topic on each post.</summary>
    public const string Publisher = """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Storage;
        using UnifiedPlatform.Sdk.Data;
        using UnifiedPlatform.Sdk.Exchange;
        [assembly: Module("bench-source", "测量源", "Bench source", Mark = "源")]
        [assembly: Capability("db")]
        [assembly: Publishes("bench-source.thing-made", 1)]
        namespace Bench.Source;
        public sealed record Thing(Guid Id);
        public sealed class SourceDbContext(DbContextOptions<SourceDbContext> options) : ModuleDbContext(options);
        public sealed class SourceModule : IModule
        {
            public void ConfigureServices(IModuleServices module) => module.AddDatabase<SourceDbContext>();
            public void Map(IModuleRoutes routes) => routes.Api.MapPost("/things", (IOutbox outbox) =>
            {
                var thing = new Thing(Guid.CreateVersion7());
                outbox.Publish(new Topic<Thing>("bench-source.thing-made", 1, TopicOrder.Latest), thing.Id.ToString(), 1, thing);
                return Results.Ok(thing);
            }).SignedIn("measurement").Changes();
            public async ValueTask StartAsync(IModuleContext context, CancellationToken left)
            {
                await using var scope = context.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SourceDbContext>().GetService<IRelationalDatabaseCreator>().CreateTablesAsync(left);
            }
        }
        """;

    public const string Topic = """{"type":"object","required":["id"],"properties":{"id":{"type":"string"}}}""";

    /// <summary>Everything a module has at once: a form, a slow request, an open page, a job, a subscription, a table.</summary>
    public const string Upgraded = """
        using Microsoft.AspNetCore.Components;
        using Microsoft.AspNetCore.Components.Rendering;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Infrastructure;
        using Microsoft.EntityFrameworkCore.Storage;
        using UnifiedPlatform.Sdk.Data;
        using UnifiedPlatform.Sdk.Exchange;
        using UnifiedPlatform.Sdk.Web;
        using UnifiedPlatform.Sdk.Web.Components;
        [assembly: Module("bench-up", "测量件", "Bench", Mark = "测")]
        [assembly: Capability("db")]
        [assembly: SelfTest("/api/version")]
        namespace Bench.Up;
        public sealed record Thing(Guid Id);
        public sealed class Entry { public Guid Id { get; set; } public string Words { get; set; } = ""; public int Version { get; set; } }
        public sealed class UpDbContext(DbContextOptions<UpDbContext> options) : ModuleDbContext(options)
        {
            public DbSet<Entry> Entries => Set<Entry>();
        }
        [ModuleJob("tick", Cron = "0/1 * * * * ?")]
        internal sealed class Tick(UpDbContext database) : IModuleJob
        {
            public async ValueTask RunAsync(JobContext context, CancellationToken left) => await database.Entries.AsNoTracking().CountAsync(left);
        }
        [Consumes("bench-source.thing-made", 1)]
        internal sealed class Reader(UpDbContext database) : IConsume<Thing>
        {
            public async ValueTask ApplyAsync(IReadOnlyList<Delivered<Thing>> batch, System.Data.Common.DbTransaction target, CancellationToken left)
            {
                foreach (var thing in batch) database.Entries.Add(new Entry { Id = Guid.CreateVersion7(), Words = "heard" });
                await database.SaveChangesAsync(left);
            }
        }
        [Route("/form")]
        [SignedIn("measurement")]
        public sealed class FormPage : PlatformPage
        {
            protected override void BuildRenderTree(RenderTreeBuilder builder)
            {
                builder.OpenElement(0, "form");
                builder.AddAttribute(1, "method", "post");
                builder.AddAttribute(2, "action", "/m/bench-up/form");
                builder.OpenComponent<FormKeys>(3);
                builder.CloseComponent();
                builder.CloseElement();
            }
        }
        [Route("/open")]
        [Public("measurement")]
        public sealed class OpenPage : PlatformPage
        {
            [Inject] private ModuleInfo Module { get; set; } = null!;
            protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "version " + Module.Version);
        }
        public sealed class UpModule : IModule
        {
            public void ConfigureServices(IModuleServices module) => module.AddDatabase<UpDbContext>();
            public void Map(IModuleRoutes routes)
            {
                routes.MapPages();
                routes.Api.MapGet("/version", (ModuleInfo info) => info.Version).Public("measurement");
                routes.Api.MapGet("/entries", async (UpDbContext database, CancellationToken left) => await database.Entries.AsNoTracking().OrderByDescending(entry => entry.Id).Take(5).ToListAsync(left)).Public("measurement");
                routes.Pages.MapGet("/slow", async (CancellationToken left) => { await Task.Delay(400, left); return "slow"; }).Public("measurement");
                routes.Pages.MapGet("/again", (HttpContext http) => { http.Response.Headers["Refresh"] = "1"; return Results.Text("<!doctype html><title>again</title>", "text/html"); }).Public("measurement");
                routes.Pages.MapPost("/form", async (UpDbContext database, CancellationToken left) =>
                {
                    database.Entries.Add(new Entry { Id = Guid.CreateVersion7(), Words = "posted" });
                    await database.SaveChangesAsync(left);
                    return Results.Redirect("/m/bench-up/form");
                }).SignedIn("measurement").Changes();
            }
            public async ValueTask StartAsync(IModuleContext context, CancellationToken left)
            {
                await using var scope = context.Services.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<UpDbContext>().Database;
                if (!await context.Services.GetRequiredService<IModuleDatabase>().HasTableAsync("entry", left) && !await context.Services.GetRequiredService<IModuleDatabase>().HasTableAsync("entries", left))
                    await database.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(left);
            }
        }
        internal static class Tables
        {
            public static async Task<bool> HasTableAsync(this IModuleDatabase database, string name, CancellationToken left)
            {
                await using var connection = await database.OpenAsync(left);
                await using var command = connection.CreateCommand();
                command.CommandText = $"SELECT count(*) FROM sqlite_master WHERE name = '{name}'";
                return Convert.ToInt64(await command.ExecuteScalarAsync(left), System.Globalization.CultureInfo.InvariantCulture) > 0;
            }
        }
        """;

    /// <summary>Nothing but an endpoint.</summary>
    public static string Small(string id, string more = "") => $$"""
        [assembly: Module("{{id}}", "小件", "Small", Mark = "小"{{more}})]
        namespace Bench.Small;
        public sealed class SmallModule : IModule
        {
            public void ConfigureServices(IModuleServices module) { }
            public void Map(IModuleRoutes routes) => routes.Api.MapGet("/version", () => "1.0.0").Public("measurement");
        }
        """;
}
