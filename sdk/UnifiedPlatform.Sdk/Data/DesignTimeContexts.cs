namespace UnifiedPlatform.Sdk.Data;

/// <summary>Contexts that reach no database, for the tool that writes migrations and the test that compares them.</summary>
internal sealed class DesignTimeContexts(IContextFactory factory, IDisposable database) : IDisposable
{
    public static DesignTimeContexts Of(Type context, DatabaseKind kind, bool withoutMigrations = false)
    {
        IModuleDatabase database = kind == DatabaseKind.Sqlite
            ? new SqliteDatabase("design", ":memory:")
            : new PostgreSqlDatabase("design", "Host=localhost", "design");
        var factory = (IContextFactory)Activator.CreateInstance(typeof(ContextFactory<>).MakeGenericType(context), database, null, withoutMigrations)!;
        return new(factory, (IDisposable)database);
    }

    public ModuleDbContext Create() => factory.Create();

    public void Dispose()
    {
        (factory as IDisposable)?.Dispose();
        database.Dispose();
    }
}
