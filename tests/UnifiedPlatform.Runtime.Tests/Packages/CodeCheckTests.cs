using UnifiedPlatform.Runtime.Tests.Support;

namespace UnifiedPlatform.Runtime.Tests.Packages;

/// <summary>The host reads the compiled code of a package before it loads it: analyzers can be switched off, this cannot.</summary>
public sealed class CodeCheckTests : IDisposable
{
    private readonly TestPackages _packages = new();

    [Theory]
    [InlineData("""_ = System.Text.Json.JsonSerializerOptions.Default;""", "json-options")]
    [InlineData("""_ = new System.Text.Json.JsonSerializerOptions();""", "json-options")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new Note("", 1));""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize<Note[]>([]);""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, Note>());""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize<object>(new Note("", 1));""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new { Word = "" });""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Deserialize<Note>("{}");""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new Note("", 1), typeof(Note));""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.SerializeAsync(System.IO.Stream.Null, new Note("", 1));""", "json-default")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.DeserializeAsync<Note>(System.IO.Stream.Null, cancellationToken: CancellationToken.None);""", "json-default")]
    [InlineData("""_ = System.Net.Http.Json.HttpContentJsonExtensions.ReadFromJsonAsync<Note>(null!, CancellationToken.None);""", "json-default")]
    [InlineData("""_ = System.Net.Http.Json.JsonContent.Create(new Note("", 1));""", "json-default")]
    [InlineData("""_ = System.Text.Json.Nodes.JsonValue.Create(new Note("", 1));""", "json-default")]
    [InlineData("""new System.Net.Http.HttpClient().Dispose();""", "http")]
    [InlineData("""new System.Net.Sockets.UdpClient().Dispose();""", "sockets")]
    [InlineData("""dynamic word = "x"; word.Trim();""", "dynamic")]
    [InlineData("""AppDomain.CurrentDomain.ProcessExit += (_, _) => { };""", "domain")]
    [InlineData("""_ = System.Reflection.Assembly.LoadFrom("x");""", "load")]
    [InlineData("""_ = System.Diagnostics.Process.Start("x");""", "process")]
    [InlineData("""Environment.Exit(1);""", "exit")]
    [InlineData("""Environment.FailFast("x");""", "exit")]
    [InlineData("""_ = System.Runtime.InteropServices.NativeLibrary.Load("x");""", "native")]
    [InlineData("""new Microsoft.Data.Sqlite.SqliteConnection().Dispose();""", "database")]
    [InlineData("""module.Services.AddControllers();""", "mvc")]
    public void A_use_modules_must_do_without(string statement, string rule)
    {
        var failures = Failures(Sources.Sample("sample", configure: statement));

        Assert.Contains(failures, failure => failure.Code == ModuleFailureCodes.Forbidden && failure.Arguments[2] == rule && failure.Arguments[1].Contains("ConfigureServices", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new Note("", 1), PlatformJson.Create());""")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Deserialize<Note>("{}", PlatformJson.Create());""")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.SerializeAsync(System.IO.Stream.Null, new Note("", 1), PlatformJson.Create());""")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, System.Text.Json.JsonElement[]>());""")]
    [InlineData("""_ = System.Text.Json.JsonSerializer.SerializeToElement(new[] { "a" }.Where(word => word.Length > 0).ToList());""")]
    [InlineData("""_ = System.Text.Json.Nodes.JsonValue.Create(1);""")]
    public void Json_with_options_of_its_own_or_of_types_of_the_framework_passes(string statement) => Assert.Empty(Failures(Sources.Sample("sample", configure: statement)));

    [Theory]
    [InlineData("""[System.Runtime.InteropServices.DllImport("libc")] private static extern int getpid();""", "native")]
    [InlineData("""private static readonly System.Threading.Timer Clock = new(_ => { });""", "static-timer")]
    [InlineData("""public sealed class Loader() : System.Runtime.Loader.AssemblyLoadContext("x");""", "load")]
    public void A_member_modules_must_do_without(string member, string rule) =>
        Assert.Contains(Failures(Sources.Sample("sample", rest: member)), failure => failure.Code == ModuleFailureCodes.Forbidden && failure.Arguments[2] == rule);

    [Fact]
    public void What_the_code_uses_and_its_manifest_does_not_ask_for()
    {
        var source = (string more) => Sources.Sample("sample", configure: "_ = module.Configuration;", assembly: more);

        var failure = Assert.Single(Failures(source("")));

        Assert.Equal((ModuleFailureCodes.Undeclared, "settings"), (failure.Code, failure.Arguments[2]));
        Assert.Empty(Failures(source("""[assembly: Capability("settings")]""")));
    }

    [Fact]
    public void An_assembly_that_is_none()
    {
        var draft = new ZipDraft(_packages.Pack("sample", "1.0.0", Sources.Sample("sample")));
        using var key = _packages.Key();

        Assert.Equal(ModuleFailureCodes.BadAssembly, Assert.Single(Refusals(draft.List("other.dll", [77, 90, 1, 2, 3], key).Write(Path.Combine(_packages.Folder, "bad.upm")))).Code);
    }

    public void Dispose() => _packages.Dispose();

    private IReadOnlyList<ModuleFailure> Failures(string source) => Refusals(_packages.Pack("sample", "1.0.0", source));

    private IReadOnlyList<ModuleFailure> Refusals(string package)
    {
        try
        {
            TestStore.Of(new ModuleRuntimeOptions { Packages = Path.Combine(_packages.Folder, "data"), Data = Path.Combine(_packages.Folder, "modules"), TrustedKeys = [_packages.PublicKey] }).Install(package);
            return [];
        }
        catch (ModuleRefusedException refused)
        {
            Assert.Empty(Directory.GetFiles(Path.Combine(_packages.Folder, "data"), "*", SearchOption.AllDirectories));
            return refused.Failures;
        }
    }
}
