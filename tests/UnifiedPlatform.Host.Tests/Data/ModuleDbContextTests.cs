using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Tests.Data;

public sealed class ModuleDbContextTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Values_come_back_as_they_were_stored(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var written = Make();

        var read = await SaveAndReadAsync(store, written);

        Assert.Equal((written.Other, written.Resident, written.Amount, written.At, written.Day, written.Colour), (read.Other, read.Resident, read.Amount, read.At, read.Day, read.Colour));
        Assert.Equal(("340822100201", "0203"), (read.Scope.Region, read.Scope.Dept));
        Assert.Equal(["one"], read.Lines.Select(line => line.Text));
        Assert.Equal("deepRed", await store.ScalarAsync<string>("SELECT colour FROM samples", Cancelled));
        Assert.Equal("340822100", await store.ScalarAsync<string>("SELECT region9 FROM samples", Cancelled));
    }

    [Fact]
    public async Task On_sqlite_keys_are_big_endian_instants_microseconds_and_money_fen()
    {
        await using var store = await Store.CreateAsync(DatabaseKind.Sqlite, Cancelled);
        var written = Make();

        await SaveAndReadAsync(store, written);

        Assert.Equal(written.Id.ToString("N"), await store.ScalarAsync<string>("SELECT lower(hex(id)) FROM samples", Cancelled));
        Assert.Equal(written.At.ToUnixTimeMilliseconds() * 1000, await store.ScalarAsync<long>("SELECT at FROM samples", Cancelled));
        Assert.Equal(1234, await store.ScalarAsync<long>("SELECT amount FROM samples", Cancelled));
        Assert.Equal("2026-11-22", await store.ScalarAsync<string>("SELECT day FROM samples", Cancelled));
        Assert.Equal("wal", await store.ScalarAsync<string>("PRAGMA journal_mode", Cancelled));
        Assert.Equal(2, await store.ScalarAsync<int>("PRAGMA synchronous", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Every_save_raises_the_row_version_and_the_second_of_two_writers_is_refused(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var id = (await SaveAndReadAsync(store, Make())).Id;

        await store.InScopeAsync(async (mine, _) =>
        {
            var row = await mine.Samples.SingleAsync(sample => sample.Id == id, Cancelled);
            await store.InScopeAsync(async (other, _) =>
            {
                var same = await other.Samples.SingleAsync(sample => sample.Id == id, Cancelled);
                same.Scope.Dept = "0101";
                return await other.SaveChangesAsync(Cancelled);
            });
            row.Amount = 1;
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () => await mine.SaveChangesAsync(Cancelled));
            return true;
        });

        Assert.Equal(2, await store.ScalarAsync<int>("SELECT version FROM samples", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task Keys_instants_and_scope_translate_into_sql(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var written = await SaveAndReadAsync(store, Make());

        var found = await store.InScopeAsync((db, _) => db.Samples
            .Where(sample => sample.Other == written.Other && sample.Resident == written.Resident && sample.At <= written.At && sample.Amount > 12m
                && sample.Colour == SampleColour.DeepRed && sample.Scope.Dept == "0203" && EF.Property<string>(sample, ScopeColumns.Region6) == "340822")
            .OrderByDescending(sample => sample.At).CountAsync(Cancelled));

        Assert.Equal(1, found);
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task A_failed_unit_of_work_leaves_nothing_and_the_next_one_works(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        var twin = Make();
        await SaveAndReadAsync(store, twin);

        await store.InScopeAsync(async (db, unit) =>
        {
            db.Add(Make());
            db.Add(new Sample { Id = twin.Id, Resident = twin.Resident });
            await Assert.ThrowsAsync<DbUpdateException>(async () => await unit.RunAsync(async token => await db.SaveChangesAsync(token), Cancelled));
            Assert.Null(unit.Transaction);
            return true;
        });
        await SaveAndReadAsync(store, Make());

        Assert.Equal(2, await store.ScalarAsync<int>("SELECT count(*) FROM samples", Cancelled));
    }

    [Theory]
    [MemberData(nameof(Store.Kinds), MemberType = typeof(Store))]
    public async Task An_index_over_scope_columns_is_made_once(DatabaseKind kind)
    {
        await using var store = await Store.CreateAsync(kind, Cancelled);
        await store.Services.GetRequiredKeyedService<IModuleMigrator>(Store.Owner).MigrateAsync(Cancelled);

        var sql = kind == DatabaseKind.Sqlite ? "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND name = @name" : "SELECT count(*) FROM pg_indexes WHERE indexname = @name";
        Assert.Equal(1, await store.ScalarAsync<int>(sql.Replace("@name", "'ix_samples_dept_colour_at'", StringComparison.Ordinal), Cancelled));
    }

    private static Sample Make() => new()
    {
        Other = new SampleId(Guid.CreateVersion7()),
        Resident = new ResidentId(Guid.CreateVersion7()),
        Amount = 12.34m,
        At = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero).AddMilliseconds(123),
        Day = new DateOnly(2026, 11, 22),
        Colour = SampleColour.DeepRed,
        Scope = { Region = "340822100201", Dept = "0203" },
        Lines = { new SampleLine { Text = "one" } },
    };

    private static async Task<Sample> SaveAndReadAsync(Store store, Sample sample)
    {
        await store.InScopeAsync(async (db, _) =>
        {
            db.Add(sample);
            return await db.SaveChangesAsync(Cancelled);
        });
        return await store.InScopeAsync((db, _) => db.Samples.Include(row => row.Lines).SingleAsync(row => row.Id == sample.Id, Cancelled));
    }
}
