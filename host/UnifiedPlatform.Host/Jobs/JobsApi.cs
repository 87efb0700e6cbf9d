using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Jobs;

/// <summary>Jobs for machines and for the board's buttons. Running a job twice is harmless by contract, so these need no idempotency key.</summary>
internal static class JobsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/jobs", (JobBoard board, CancellationToken cancellationToken) => board.ListAsync(cancellationToken)).WithName("ListJobs").Needs("system.job.view");
        foreach (var act in new[] { JobAct.Run, JobAct.Pause, JobAct.Resume })
        {
            var word = act.ToString().ToLowerInvariant();
            routes.MapPost($"/api/admin/jobs/{{module}}/{{key}}/{word}", (string module, string key, JobBoard board, IAudit audit, CancellationToken cancellationToken) =>
                    ActAsync(act, module, key, board, audit, TypedResults.NoContent(), cancellationToken))
                .WithName(act + "Job").Needs("system.job.administer");
            routes.MapPost($"/admin/jobs/{{module}}/{{key}}/{word}", (string module, string key, JobBoard board, IAudit audit, CancellationToken cancellationToken) =>
                    ActAsync(act, module, key, board, audit, PageResults.SeeOther($"/admin/jobs?did={word}"), cancellationToken))
                .WithName(act + "JobFromPage").Needs("system.job.administer");
        }
    }

    private static async Task<IResult> ActAsync(JobAct act, string module, string key, JobBoard board, IAudit audit, IResult done, CancellationToken cancellationToken)
    {
        await audit.ReadAsync(new AuditEntry("job", "system.job", $"{module}/{key}") { Reason = act.ToString().ToLowerInvariant() }, cancellationToken);
        var found = act switch
        {
            JobAct.Run => await board.RunAsync(module, key, cancellationToken),
            JobAct.Pause => await board.PauseAsync(module, key, cancellationToken),
            _ => await board.ResumeAsync(module, key, cancellationToken),
        };
        return found ? done : TypedResults.NotFound();
    }

    private enum JobAct
    {
        Run,
        Pause,
        Resume,
    }
}
