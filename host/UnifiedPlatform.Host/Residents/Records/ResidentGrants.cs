using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Residents;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>Opens residents to the handlers of a case. A module calls it after its own commit, so it writes in a transaction of its own. Scoped.</summary>
internal sealed class ResidentGrants(IServiceScopeFactory scopes, IActorAccessor actor, ModuleCaller caller) : IGrants
{
    private const string NoCase = "-";

    public ValueTask GiveAsync(string subject, ResidentId resident, string verbs, string caseNumber, string partKey, DateTimeOffset until, CancellationToken cancellationToken)
    {
        caller.Demand(Capabilities.OpenResident);
        return InOwnTransactionAsync(async (database, unit, grants, audit) =>
        {
            // Given again, it is the same lease with a new end: the exchange repeats what the call after the commit has done already.
            await DropAsync(unit, subject, resident, caseNumber, partKey, cancellationToken);
            grants.Give(database, new TaskGrant(Guid.CreateVersion7(), subject, PersonPolicy.Type, resident.Value, verbs, caseNumber, partKey, until));
            audit.Changed(database, new AuditEntry("grant", PersonPolicy.Type, resident.ToString()) { Subjects = [resident.Value], Purpose = "case-work", CaseNumber = caseNumber });
        }, cancellationToken);
    }

    /// <summary>Opens a record to somebody who stated why, outside any case. The purpose stands in the audit.</summary>
    public ValueTask OpenAsync(Actor who, ResidentId resident, string purpose, DateTimeOffset until, CancellationToken cancellationToken) =>
        InOwnTransactionAsync(async (database, unit, grants, audit) =>
        {
            var subject = $"account:{who.Account}";
            await DropAsync(unit, subject, resident, NoCase, purpose, cancellationToken);
            grants.Give(database, new TaskGrant(Guid.CreateVersion7(), subject, PersonPolicy.Type, resident.Value, "view", NoCase, purpose, until));
            audit.Changed(database, new AuditEntry("grant", PersonPolicy.Type, resident.ToString()) { Subjects = [resident.Value], Purpose = purpose });
        }, cancellationToken);

    public ValueTask EndAsync(string caseNumber, string? partKey, CancellationToken cancellationToken)
    {
        caller.Demand(Capabilities.OpenResident);
        return InOwnTransactionAsync(async (database, _, grants, _) => await grants.EndAsync(database, caseNumber, partKey, cancellationToken), cancellationToken);
    }

    private static async ValueTask DropAsync(IUnitOfWork unit, string subject, ResidentId resident, string caseNumber, string partKey, CancellationToken cancellationToken)
    {
        await using var command = unit.Command("DELETE FROM task_grant WHERE subject = @subject AND resource_id = @resource AND case_number = @case AND part_key = @part AND ended_at IS NULL");
        Add("@subject", subject);
        Add("@resource", unit.Database.Kind == DatabaseKind.Sqlite ? resident.Value.ToByteArray(bigEndian: true) : resident.Value);
        Add("@case", caseNumber);
        Add("@part", partKey);
        await command.ExecuteNonQueryAsync(cancellationToken);

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    private async ValueTask InOwnTransactionAsync(Func<ResidentsDbContext, IUnitOfWork, ITaskGrants, IAudit, ValueTask> act, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider.ActAs(actor);
        var database = services.GetRequiredService<ResidentsDbContext>();
        var unit = services.GetRequiredKeyedService<IUnitOfWork>("residents");
        await unit.RunAsync(async token =>
        {
            await act(database, unit, services.GetRequiredService<ITaskGrants>(), services.GetRequiredService<IAudit>());
            await database.SaveChangesAsync(token);
        }, cancellationToken);
    }
}
