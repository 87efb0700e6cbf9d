using System.Globalization;
using UnifiedPlatform.Host.Identity.ApiKeys;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.SignIn;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Identity.Accounts;

/// <summary>Administration of accounts, grants and keys.</summary>
internal static class AccountEndpoints
{
    public const string View = "security.account.view";
    public const string Administer = "security.account.administer";
    public const string Keyring = "security.key.administer";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/accounts", async (AccountQueries queries, CancellationToken cancellationToken) => Results.Ok(await queries.ListAsync(cancellationToken))).Needs(View);
        routes.MapGet("/api/admin/keys", async (AccountQueries queries, CancellationToken cancellationToken) => Results.Ok(await queries.KeysAsync(cancellationToken))).Needs(Keyring);

        routes.MapPost("/admin/accounts", InviteAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/accounts/{id:guid}/invite", InviteAgainAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/accounts/{id:guid}/state", SetStateAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/accounts/{id:guid}/grants", GrantAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/accounts/{id:guid}/grants/{grant:guid}/end", EndGrantAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/keys", CreateKeyAsync).Needs(Keyring).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost("/admin/keys/{id}/revoke", RevokeKeyAsync).Needs(Keyring).NeedsFreshProof().Changes(Databases.Host);
    }

    private static async Task<IResult> InviteAsync(FormState form, AccountAdministration accounts, AccountQueries queries, ITexts texts, CancellationToken cancellationToken)
    {
        var user = SignInService.Normalise(form["user"]);
        if (user.Length is < 2 or > 60 || !user.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')) form.Errors.Add("user", texts[Keys.AccountUserInvalid]);
        else if ((await queries.ListAsync(cancellationToken)).Any(line => line.User == user)) form.Errors.Add("user", texts[Keys.AccountUserTaken]);
        if (form["name"].Length is 0 or > 100) form.Errors.Add("name", texts[Keys.AccountNameMissing]);
        var grant = Wanted(form);
        if (accounts.Fault(grant) is { } fault) form.Errors.Add("role", fault.Detail);
        if (form.Errors.Any) return PageResults.Again<AccountsPage>(form);
        var officer = Rights.RoleMatrix.Roles.Any(role => role.Key == grant.Role && role.Officer);
        var (_, secret) = await accounts.InviteAsync(
            new NewAccount(user, form["name"], officer ? AccountKind.Officer : AccountKind.Staff, form.Optional("department"), form.Optional("regions"), [grant]), cancellationToken);
        return PageResults.Page<AccountsPage>(new { Link = "/activate/" + secret });
    }

    private static async Task<IResult> InviteAgainAsync(Guid id, AccountAdministration accounts, CancellationToken cancellationToken) =>
        await accounts.InviteAgainAsync(new AccountId(id), cancellationToken) is { } secret ? PageResults.Page<AccountPage>(new { Id = id, Link = "/activate/" + secret }) : Results.NotFound();

    private static async Task<IResult> SetStateAsync(Guid id, FormState form, AccountAdministration accounts, CancellationToken cancellationToken) =>
        Answer(id, form, await accounts.SetActiveAsync(new AccountId(id), form["active"] == "true", cancellationToken));

    private static async Task<IResult> GrantAsync(Guid id, FormState form, AccountAdministration accounts, CancellationToken cancellationToken) =>
        Answer(id, form, await accounts.GrantAsync(new AccountId(id), Wanted(form), cancellationToken));

    private static async Task<IResult> EndGrantAsync(Guid id, Guid grant, FormState form, AccountAdministration accounts, CancellationToken cancellationToken) =>
        Answer(id, form, await accounts.EndGrantAsync(grant, cancellationToken));

    private static async Task<IResult> CreateKeyAsync(FormState form, AccountAdministration accounts, IActorAccessor acting, ITexts texts, CancellationToken cancellationToken)
    {
        var days = int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (days < 1 || days > NewApiKey.LongestLife.TotalDays) form.Errors.Add("days", texts[Keys.KeyDaysInvalid]);
        if (form["title"].Length is 0 or > 100) form.Errors.Add("title", texts[Keys.KeyTitleMissing]);
        if (Networks.Fault(form["networks"]) is not null) form.Errors.Add("networks", texts[Keys.KeyNetworksInvalid]);
        var grant = Wanted(form);
        if (accounts.Fault(grant) is { } fault) form.Errors.Add("role", fault.Detail);
        if (form.Errors.Any) return PageResults.Again<KeysPage>(form);
        var responsible = acting.Actor?.Account.Value;
        var machine = new NewAccount($"key-{Guid.NewGuid():N}", form["title"], AccountKind.Machine, form.Optional("department"), form.Optional("regions"), [grant], responsible);
        var text = await accounts.CreateKeyAsync(machine, new NewApiKey(form["title"], TimeSpan.FromDays(days), responsible, Networks: form.Optional("networks")), cancellationToken);
        return PageResults.Page<KeysPage>(new { Fresh = text });
    }

    private static async Task<IResult> RevokeKeyAsync(string id, AccountAdministration accounts, CancellationToken cancellationToken) =>
        await accounts.RevokeKeyAsync(id, cancellationToken) is { } refusal ? refusal.ToResult() : PageResults.SeeOther("/admin/keys");

    private static NewGrant Wanted(FormState form) =>
        new(form["role"], form["regions"].Replace(" ", "", StringComparison.Ordinal), "", form.Optional("departments") ?? form["department"], Reason: form.Optional("reason"));

    private static IResult Answer(Guid id, FormState form, Refusal? refusal)
    {
        if (refusal is null) return PageResults.SeeOther($"/admin/accounts/{id}");
        if (refusal.Status == StatusCodes.Status404NotFound) return Results.NotFound();
        form.Errors.Add("role", refusal.Detail);
        return PageResults.Again<AccountPage>(form, new { Id = id }, refusal.Status);
    }
}
