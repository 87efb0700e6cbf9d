using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Records;

/// <summary>Shows clear values: within a budget, for a purpose, and never before the audit has it. Scoped.</summary>
public sealed partial class Reveals(ResidentsDbContext database, PersonSecrets secrets, IAccess access, IAudit audit, TimeProvider clock, ITexts texts, ILogger<Reveals> log)
{
    /// <summary>Looks an account has in an hour and in a day.</summary>
    public const int HourlyBudget = 20, DailyBudget = 50;

    /// <summary>Fields that can be shown.</summary>
    public static readonly IReadOnlyList<string> Fields = ["nationalId", "phone", "birthDate"];

    public async ValueTask<RevealOutcome> ShowAsync(Guid id, RevealRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var fields = request.Fields.Distinct(StringComparer.Ordinal).ToArray();
        if (fields.Length == 0 || fields.Any(f => !Fields.Contains(f, StringComparer.Ordinal))) return Refused("residents.reveal-fields", 422, "residents.reveal.fields");
        if (!Purposes.IsKnown(request.Purpose)) return Refused("residents.purpose-required", 422, "residents.reveal.purpose");
        if (request.Purpose == "emergency" && (request.Reason?.Trim().Length ?? 0) < 6) return Refused("residents.reason-required", 422, "residents.reveal.reason");
        if (request.Reason is { } reason && (reason.Length > 200 || PersonalPatterns.In(reason))) return Refused("residents.reason-personal", 422, "residents.reveal.reason-personal");

        var person = await access.Query<Person>(database, ResidentPermissions.Reveal).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (person is null)
        {
            await audit.ReadAsync(Entry(id, request, fields, "hidden"), cancellationToken);
            return new RevealOutcome(null, new Refusal("residents.not-found", 404, texts["residents.not-found"]));
        }
        if (await SpentAsync(cancellationToken)) return Refused("residents.reveal-budget", 429, "residents.reveal.budget");

        await audit.ReadAsync(Entry(id, request, fields, "ok"), cancellationToken);
        return new RevealOutcome(new RevealResponse(fields.ToDictionary(f => f, f => Value(person, f))), null);
    }

    private string? Value(Person person, string field) => field switch
    {
        "nationalId" => secrets.Document(person),
        "phone" => secrets.Phone(person),
        _ => secrets.Birth(person)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private async ValueTask<bool> SpentAsync(CancellationToken cancellationToken)
    {
        var (account, now) = (access.Actor.Account.Value, clock.GetUtcNow());
        var (hour, day) = (now.AddHours(-1), now.AddDays(-1));
        var today = await database.RevealUses.AsNoTracking().Where(u => u.Account == account && u.At > day).Select(u => u.At).ToListAsync(cancellationToken);
        var inHour = today.Count(at => at > hour);
        if (inHour >= HourlyBudget || today.Count >= DailyBudget) return true;

        database.RevealUses.Add(new RevealUse { Id = Guid.CreateVersion7(now), Account = account, At = now });
        await database.SaveChangesAsync(cancellationToken);
        if (inHour + 1 == HourlyBudget / 2 || today.Count + 1 == DailyBudget / 2) HalfSpent(log, account, inHour + 1, today.Count + 1);
        return false;
    }

    private static AuditEntry Entry(Guid id, RevealRequest request, string[] fields, string result) =>
        new("reveal", PersonPolicy.Type, id.ToString("D")) { Subjects = [id], Fields = fields, Purpose = request.Purpose, CaseNumber = request.CaseId, Reason = request.Reason, Result = result };

    private RevealOutcome Refused(string code, int status, string key) => new(null, new Refusal(code, status, texts[key]));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Account {Account} has used half of its budget of clear values: {Hour} in the hour, {Day} in the day")]
    private static partial void HalfSpent(ILogger log, Guid account, int hour, int day);
}

/// <summary>Asks for clear values.</summary>
/// <param name="Fields">Among <c>nationalId phone birthDate</c>.</param>
/// <param name="Purpose">One of the list of purposes.</param>
/// <param name="CaseId">Case it belongs to; null: none.</param>
/// <param name="Reason">In words; demanded for emergencies.</param>
public sealed record RevealRequest(IReadOnlyList<string> Fields, string? Purpose, string? CaseId = null, string? Reason = null);

/// <summary>Clear values by field; null: nothing recorded.</summary>
public sealed record RevealResponse(IReadOnlyDictionary<string, string?> Values);

/// <summary>What became of it.</summary>
/// <param name="Response">The values; null when refused.</param>
/// <param name="Refusal">Why not.</param>
public sealed record RevealOutcome(RevealResponse? Response, Refusal? Refusal);
