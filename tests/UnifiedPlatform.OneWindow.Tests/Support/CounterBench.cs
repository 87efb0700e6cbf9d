using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Items;
using UnifiedPlatform.OneWindow.Parts;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Protection;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Testing;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.OneWindow.Tests.Support;

/// <summary>The module's own container on a real database of either kind; only what the host gives is played.</summary>
public sealed class CounterBench : IAsyncDisposable
{
    public static readonly Guid Resident = People.Id(100);

    private readonly ServiceProvider _services;
    private readonly IModuleDatabase _database;
    private readonly TestDatabase? _server;
    private readonly string _folder;

    private CounterBench(IModuleDatabase database, TestDatabase? server, string folder)
    {
        (_database, _server, _folder) = (database, server, folder);
        var services = new ServiceCollection();
        var info = new ModuleInfo("one-window", "1.0.0", new LocalizedText("窗", "Window"), Path.Combine(Checkout.Root, "modules/OneWindow"), folder);
        SdkModuleDefaults.Add(services, info, Manifest());
        new OneWindowModule().ConfigureServices(new Registration(services, info));
        services.AddLogging();
        services.AddSingleton(database).AddSingleton<TimeProvider>(Clock).AddSingleton<IWorkCalendar>(Calendar).AddSingleton<IResidents>(Town).AddSingleton<IGrants>(Town).AddSingleton<IPartOffers>(Town).AddSingleton<IStaffing>(Town);
        services.AddSingleton<IFieldProtector>(new ReversingProtector()).AddSingleton<IAuditSink>(Town).AddSingleton(new Installation(true));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public PlayedTown Town { get; } = new();

    internal TestCalendar Calendar { get; } = new(new DateOnly(2026, 11, 2));

    public FixedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Lets the days pass.</summary>
    internal void PassTo(DateOnly day)
    {
        Clock.Move(TimeSpan.FromDays(day.DayNumber - Calendar.Today.DayNumber));
        Calendar.Today = day;
    }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<CounterBench> StartAsync(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        var folder = Directory.CreateTempSubdirectory("up-counter-").FullName;
        var server = kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(Cancelled) : null;
        IModuleDatabase database = server is null ? new SqliteDatabase("one-window", Path.Combine(folder, "app.db")) : new PostgreSqlDatabase("one-window", server.ConnectionString, "m_one_window");
        var bench = new CounterBench(database, server, folder);
        await bench._services.GetRequiredService<IModuleMigrator>().MigrateAsync(Cancelled);
        await bench.AsAsync("system", services => services.GetRequiredService<ItemImport>().RunAsync(Cancelled).AsTask());
        return bench;
    }

    /// <summary>Runs in a scope of the person, in one transaction that is rolled back when the output is a refusal.</summary>
    internal async Task<CaseOutput> DoAsync(string person, Func<IServiceProvider, Task<CaseOutput>> act)
    {
        await using var scope = Scope(person);
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(Cancelled);
        try
        {
            var output = await act(scope.ServiceProvider);
            if (output.Refusal is null) await unit.CommitAsync(Cancelled);
            else await unit.RollbackAsync();
            return output;
        }
        catch
        {
            await unit.RollbackAsync(failed: true);
            throw;
        }
    }

    public async Task AsAsync(string person, Func<IServiceProvider, Task> act)
    {
        await using var scope = Scope(person);
        await act(scope.ServiceProvider);
    }

    public async Task<T> ReadAsync<T>(Func<OneWindowDbContext, Task<T>> read)
    {
        await using var scope = Scope("system");
        return await read(scope.ServiceProvider.GetRequiredService<OneWindowDbContext>());
    }

    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var connection = await _database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(await command.ExecuteScalarAsync(Cancelled) ?? throw new InvalidOperationException(sql), typeof(T), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Accepts a case at the counter.</summary>
    internal Task<CaseOutput> AcceptAsync(string item = "home-care-visit", string? key = null, Func<OpenCaseRequest, OpenCaseRequest>? change = null) => DoAsync("clerk", services =>
        services.GetRequiredService<CaseCommands>().OpenAsync((change ?? (request => request))(item == "home-care-visit" ? HomeCare() : Counter.Statement()), key, Cancelled));

    internal Task<CaseOutput> ActAsync(string person, string number, ActOnCaseRequest request, int? seen = null) => DoAsync(person, services =>
        services.GetRequiredService<CaseCommands>().ActAsync(number, seen, request, Cancelled));

    /// <summary>A module reports; returns how the counter settled it.</summary>
    internal async Task<PartSettled> ReportAsync(string module, PartReported report, Guid? eventId = null)
    {
        var id = eventId ?? Guid.CreateVersion7();
        await using var scope = Scope("system");
        var unit = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        await unit.BeginAsync(Cancelled);
        var delivered = new Delivered<PartReported>(id, module, module + ".part-reported", 1, report.Ref.ToString(), 1, 1, Clock.GetUtcNow(), report.By, report);
        await scope.ServiceProvider.GetRequiredService<PartReports>().ApplyAsync([delivered], unit.Transaction!, Cancelled); // begun above
        await unit.CommitAsync(Cancelled);
        return (await PublishedAsync<PartSettled>("one-window.part-report-settled")).Single(settled => settled.EventId == id);
    }

    public static PartReported Answered(string number, string part, object result, PartOpinion opinion = PartOpinion.Agreed, int round = 1) => new(
        new PartRef(number, part, round), "answered", People.Id(60), new DateOnly(2026, 11, 2), opinion, null, null, JsonSerializer.SerializeToElement(result), [], null);

    /// <summary>Bodies of a topic in the order of their publication.</summary>
    public async Task<IReadOnlyList<T>> PublishedAsync<T>(string topic)
    {
        await using var connection = await _database.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT payload FROM outbox WHERE topic = '{topic}' ORDER BY event_id";
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        var bodies = new List<T>();
        while (await rows.ReadAsync(Cancelled)) bodies.Add(JsonSerializer.Deserialize<T>(rows.GetString(0), _services.GetRequiredService<IModuleJson>().Lenient)!); // a body is never null
        return bodies;
    }

    public string DatabaseFile => Path.Combine(_folder, "app.db");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_database is IAsyncDisposable closing) await closing.DisposeAsync();
        else (_database as IDisposable)?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static OpenCaseRequest HomeCare() => new(
        "home-care-visit", Resident, new Dictionary<string, JsonElement> { ["living"] = JsonSerializer.SerializeToElement("alone"), ["disabled"] = JsonSerializer.SerializeToElement(false) },
        CaseBench.Json("""{"address":"凌桥社区城东路18号","care":"half","hours":4,"illness":"右腿术后行动不便"}"""), new Dictionary<string, MaterialStatus> { ["id"] = MaterialStatus.Given }, Kept: ["/phone"]);

    private AsyncServiceScope Scope(string person)
    {
        var scope = _services.CreateAsyncScope();
        if (person == "system") scope.ServiceProvider.ActAsModule("one-window");
        else scope.ServiceProvider.GetRequiredService<IActorAccessor>().Become(Staff.Actor(person), Staff.Rights(person));
        return scope;
    }

    private static ModuleManifest Manifest() => new()
    {
        Id = "one-window", Version = "1.0.0", Publisher = "test", Title = new LocalizedText("窗", "Window"), Mark = "窗", Hue = "window", Assembly = "one-window-1.0.0.dll",
        Requires = new ManifestRequires(">=1.0.0", []),
    };

    private sealed record Registration(IServiceCollection Services, ModuleInfo Info) : IModuleServices
    {
        public IConfiguration Configuration { get; } = new ConfigurationBuilder().Build();
    }

    private sealed class ReversingProtector : IFieldProtector
    {
        public byte[] Protect(string table, string column, Guid row, string plain) => [.. Encoding.UTF8.GetBytes($"{table}|{column}|{row}|{plain}").Select(b => (byte)~b)];

        public string Unprotect(string table, string column, Guid row, byte[] sealedValue)
        {
            var (text, place) = (Encoding.UTF8.GetString([.. sealedValue.Select(b => (byte)~b)]), $"{table}|{column}|{row}|");
            return text.StartsWith(place, StringComparison.Ordinal) ? text[place.Length..] : throw new InvalidOperationException("moved");
        }
    }
}
