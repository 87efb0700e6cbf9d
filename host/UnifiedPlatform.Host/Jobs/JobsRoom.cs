using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>When things run: Quartz with a store of its own. It decides the moment and nothing else; that a thing happens once is decided in the target's transaction.</summary>
internal static class JobsRoom
{
    public static void AddJobs(this WebApplicationBuilder builder, PlatformOptions options)
    {
        var services = builder.Services;
        services.AddSingleton<HostJobs>();
        services.AddScoped<JobBoard>();
        services.AddHostedService<JobStore>();
        services.Configure<QuartzOptions>(quartz => quartz.Scheduling.IgnoreDuplicates = true);
        services.AddQuartz(quartz =>
        {
            // Two nodes of one name would each think the other's running jobs their own.
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceId = options.PostgreSql is null ? "single" : $"{Environment.MachineName}-{Guid.CreateVersion7():N}");
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseExecutionHistory();
                if (options.PostgreSql is { } connectionString)
                {
                    store.UsePostgres(NpgsqlFactory.Instance, JobStore.PostgreSql(connectionString));
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(3);
                    });
                }
                else store.UseSqlite(SqliteFactory.Instance, JobStore.Sqlite(options));
            });
        });
        services.AddQuartzExecutionHistory(history =>
        {
            history.Retention = TimeSpan.FromDays(14);
            history.MaxEntriesPerJob = 500;
            history.MaxEntriesPerScheduler = 50_000;
        });
        services.AddHostedService<JobSeeder>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    public static void MapJobs(this WebApplication app) => JobsApi.Map(app);
}
