using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.PartyBuilding.Data;
using UnifiedPlatform.PartyBuilding.Members;
using UnifiedPlatform.PartyBuilding.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Web.Parts;

namespace UnifiedPlatform.PartyBuilding.Contacts;

/// <param name="MemberId">The chosen member.</param>
/// <param name="Since">Day from which contact is kept; null: today.</param>
public sealed record AnswerContactRequest(Guid MemberId, DateOnly? Since = null, int? VisitsPerMonth = null, string? Words = null);

internal sealed class AnswerContact(PartyDbContext database, PartDesk<ContactTask> desk, IAccess access, IWorkCalendar calendar, IModuleJson json, ITexts texts)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/{part}/answer", async (string part, AnswerContactRequest request, AnswerContact use, CancellationToken cancellationToken) =>
            PartDeskRoutes.Answer(await use.RunAsync(part, request, cancellationToken)))
        .WithName(nameof(AnswerContact)).Needs(PartyPermissions.ContactEdit).Changes();

    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/parts/{part}/answer", async (string part, FormState form, AnswerContact use, ITexts texts, IShell shell, CancellationToken cancellationToken) =>
        {
            if (!Guid.TryParse(form["member"], out var member)) form.Errors.Add("member", texts[Keys.ContactMemberMissing]);
            var since = form.Day("since", shell);
            var visits = form.Number("visits", 1, 31, texts[Keys.ContactVisitsRule]);
            var refusal = form.Errors.Any ? null : await use.RunAsync(part, new AnswerContactRequest(member, since, visits, form.Optional("words")), cancellationToken);
            return PartForms.Answer<ContactPage>(form, part, "/m/party-building/parts", "member", refusal);
        })
        .Needs(PartyPermissions.ContactEdit).Changes();

    public async ValueTask<Refusal?> RunAsync(string part, AnswerContactRequest request, CancellationToken cancellationToken)
    {
        var member = await access.Query<PartyMember>(database, PartyPermissions.MemberView).AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.MemberId, cancellationToken);
        if (member is null || !member.IsMember) return PartyRefusals.Invalid("memberId", texts[Keys.ContactMemberMissing]);
        if (request.VisitsPerMonth is < 1 or > 31) return PartyRefusals.Invalid("visitsPerMonth", texts[Keys.ContactVisitsRule]);
        if (request.Words?.Length > ContactTask.WordsLength) return PartyRefusals.Invalid("words", texts.Format(Keys.WordsTooLong, ContactTask.WordsLength));
        var since = request.Since ?? calendar.Today;
        return await desk.AnswerAsync(part, task => task.Keep(member.Id, since, request.VisitsPerMonth, request.Words), task => new PartAnswer(
            PartOpinion.Agreed, null, request.Words, JsonSerializer.SerializeToElement(new PartyContact(task.Id, since, request.VisitsPerMonth), json.Options), [], calendar.Today, access.Actor.Account), cancellationToken);
    }
}
