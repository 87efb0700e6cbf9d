using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Modules.Data;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>What the security officer does on <c>/admin/publishers</c>.</summary>
internal static class PublisherEndpoints
{
    public const string View = "security.publisher.view";
    public const string Administer = "security.publisher.administer";
    public const string Page = "/admin/publishers";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/admin/publishers", async (PublisherQueries queries, CancellationToken cancellationToken) => (await queries.ListAsync(cancellationToken)).Select(PublisherLine.Of).ToArray()).WithName("ListPublishers").Needs(View);
        routes.MapPost(Page, AddAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost(Page + "/revoked-packages", RevokePackageAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost(Page + "/{id:guid}", ChangeAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost(Page + "/{id:guid}/keys", AddKeyAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
        routes.MapPost(Page + "/{id:guid}/revoke", RevokeKeyAsync).Needs(Administer).NeedsFreshProof().Changes(Databases.Host);
    }

    private static async Task<IResult> AddAsync(FormState form, PublisherAdministration trust, ITexts texts, CancellationToken cancellationToken) =>
        Answer<PublishersPage>(form, await trust.AddAsync(Draft(form, form["name"]), form["public-key"], form["fingerprint"], form["reason"], cancellationToken), texts, Page);

    private static async Task<IResult> RevokePackageAsync(FormState form, PublisherAdministration trust, ITexts texts, CancellationToken cancellationToken) =>
        Answer<PublishersPage>(form, await trust.RevokePackageAsync(form["hash"], form["package-reason"], cancellationToken), texts, Page);

    private static async Task<IResult> ChangeAsync(Guid id, FormState form, ModulesDbContext database, PublisherAdministration trust, ITexts texts, CancellationToken cancellationToken) =>
        await database.Publishers.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } publisher
            ? Answer<PublisherPage>(form, await trust.ChangeAsync(publisher, Draft(form, publisher.Name), form["reason"], cancellationToken), texts, $"{Page}/{id}", new { Id = id })
            : Results.NotFound();

    private static async Task<IResult> AddKeyAsync(Guid id, FormState form, ModulesDbContext database, PublisherAdministration trust, ITexts texts, CancellationToken cancellationToken) =>
        await database.Publishers.AnyAsync(row => row.Id == id, cancellationToken)
            ? Answer<PublisherPage>(form, await trust.AddKeyAsync(id, form["public-key"], form["fingerprint"], form["key-reason"], cancellationToken), texts, $"{Page}/{id}", new { Id = id })
            : Results.NotFound();

    private static async Task<IResult> RevokeKeyAsync(Guid id, FormState form, PublisherAdministration trust, ITexts texts, CancellationToken cancellationToken) =>
        Answer<PublisherPage>(form, await trust.RevokeKeyAsync(form["key"], form["revoke-reason"], cancellationToken), texts, $"{Page}/{id}", new { Id = id });

    private static PublisherDraft Draft(FormState form, string name) =>
        new(name, Enum.TryParse<PublisherLevel>(form["level"], ignoreCase: true, out var level) ? level : PublisherLevel.ThirdParty, Words.Of(form["prefixes"]), Words.Of(form["ceiling"]));

    private static IResult Answer<TPage>(FormState form, PublisherFault? fault, ITexts texts, string done, object? parameters = null) where TPage : PlatformPage
    {
        if (fault is null) return PageResults.SeeOther(done);
        form.Errors.Add(fault.Field, fault.Argument is { } argument ? texts.Format(fault.Key, argument) : texts[fault.Key]);
        return PageResults.Again<TPage>(form, parameters);
    }
}
