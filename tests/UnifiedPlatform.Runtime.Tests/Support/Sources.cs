namespace UnifiedPlatform.Runtime.Tests.Support;

/// <summary>Modules as text.</summary>
internal static class Sources
{
    public static string Sample(string id, string configure = "", string map = "", string rest = "", string assembly = "", string module = "") => $$"""
        using UnifiedPlatform.Runtime.Tests.Support;
        [assembly: Module("{{id}}", "样例", "Sample", Mark = "样"{{module}})]
        {{assembly}}
        namespace Sample;
        public sealed class Greeter { public string Hello(string name) => "hello " + name; }
        public sealed record Note(string Words, int Count);
        public sealed class SampleModule : IModule
        {
            public void ConfigureServices(IModuleServices module)
            {
                module.Services.AddScoped<Greeter>();
                {{configure}}
            }
            public void Map(IModuleRoutes routes)
            {
                routes.Api.MapGet("/version", (ModuleInfo info) => info.Version).Public("test");
                routes.Api.MapGet("/hello/{name}", (string name, Greeter greeter) => greeter.Hello(name)).Public("test");
                routes.Api.MapPost("/notes", (Note note) => Results.Ok(note with { Count = note.Count + 1 })).Public("test");
                routes.Pages.MapGet("/slow", async (CancellationToken left) => { await Task.Delay(200, left); return "slow"; }).Public("test");
                routes.Pages.MapGet("/secret", () => "secret").Needs("{{id}}.thing.view");
                {{map}}
            }
            {{rest}}
        }
        """;
}
