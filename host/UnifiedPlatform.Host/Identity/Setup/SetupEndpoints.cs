using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Identity.Setup;

/// <summary>Naming the three officers, and setting one's own password through a link.</summary>
internal static class SetupEndpoints
{
    private static readonly string[] Fields = ["system", "security", "audit"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/setup", NameAsync).Public("nobody has an account yet; the one-time token is the right").Changes(Databases.Host);
        routes.MapPost("/activate/{secret}", ActivateAsync).Public("the one-time link is the right").Changes(Databases.Host);
    }

    private static async Task<IResult> NameAsync(FormState form, HttpContext context, FirstRun setup, SignInRates rates, ITexts texts, CancellationToken cancellationToken)
    {
        if (!rates.Allow(context.Connection.RemoteIpAddress)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (!await setup.AcceptsAsync(form["token"], cancellationToken))
        {
            form.Errors.Add("token", texts[Keys.SetupTokenRefused]);
            return PageResults.Again<SetupPage>(form);
        }
        var officers = Fields.Select(field => (User: SignInService.Normalise(form[field + "-user"]), Name: form[field + "-name"])).ToArray();
        for (var i = 0; i < Fields.Length; i++)
        {
            if (officers[i].User.Length < 2) form.Errors.Add(Fields[i] + "-user", texts[Keys.AccountUserInvalid]);
            if (officers[i].Name.Length == 0) form.Errors.Add(Fields[i] + "-name", texts[Keys.AccountNameMissing]);
        }
        if (officers.Select(officer => officer.User).Distinct().Count() < Fields.Length || officers.Select(officer => officer.Name).Distinct().Count() < Fields.Length)
            form.Errors.Add("system-user", texts[Keys.SetupThreePeople]);
        if (form.Errors.Any) return PageResults.Again<SetupPage>(form);
        var secrets = await setup.NameAsync(officers, cancellationToken);
        return PageResults.Page<SetupPage>(new { Links = secrets.Select((secret, i) => (officers[i].Name, Link: "/activate/" + secret)).ToArray() });
    }

    private static async Task<IResult> ActivateAsync(
        string secret, FormState form, HttpContext context, IdentityDbContext database, [FromKeyedServices(Databases.Host)] IUnitOfWork unit, Activation activation, Passwords passwords, TimeCodes codes,
        AccountDirectory directory, SignInRates rates, IAudit audit, ITexts texts, CancellationToken cancellationToken)
    {
        if (!rates.Allow(context.Connection.RemoteIpAddress)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (await activation.FindAsync(secret, cancellationToken) is not { } account) return Results.NotFound();
        var seed = activation.OpenSeed(account, form.Optional(ActivatePage.SeedField));
        if (form["password"] != form["again"]) form.Errors.Add("again", texts[Keys.ActivateDiffer]);
        else if (await passwords.SetAsync(account, form["password"], cancellationToken) is { } fault) form.Errors.Add("password", texts[fault]);
        if (activation.NeedsCode(account) && (seed is null || !codes.Accept(account, seed, form["code"]))) form.Errors.Add("code", texts[Keys.ActivateCodeWrong]);
        if (form.Errors.Any)
        {
            database.ChangeTracker.Clear();
            return PageResults.Again<ActivatePage>(form, new { Secret = secret, Seed = seed });
        }
        if (seed is not null) account.TimeCodeSeed = codes.Seal(account, seed);
        (account.State, account.InviteHash, account.InviteUntil) = (AccountState.Active, null, null);
        await database.SaveChangesAsync(cancellationToken);
        audit.Changed(database, new AuditEntry("edit", "security.account", account.Id.ToString()) { Fields = seed is null ? ["password"] : ["password", "second-factor"] });
        unit.AfterCommit(() => directory.Forget(account.Id));
        return PageResults.SeeOther("/sign-in");
    }
}
