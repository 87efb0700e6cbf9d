using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using UnifiedModule.Pages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Parts;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Web.Parts;

namespace UnifiedModule.Checks;

/// <summary>The answer as it travels; its schema lies in <c>Topics/module-id-check.v1.schema.json</c>.</summary>
internal sealed record CheckAnswer(bool InOrder);

/// <summary>Sends the finding to the counter.</summary>
internal sealed class AnswerCheck(PartDesk<CheckTask> desk, IAccess access, IWorkCalendar calendar, IModuleJson json, ITexts texts)
{
    public static void MapForm(IEndpointRouteBuilder routes) => routes
        .MapPost("/parts/{part}/answer", async (string part, FormState form, AnswerCheck use, CancellationToken cancellationToken) =>
            PartForms.Answer<CheckPage>(form, part, "/m/module-id/parts", "words", await use.RunAsync(part, form["order"] == "yes", form.Optional("words"), cancellationToken)))
        .Needs(Permissions.CheckEdit).Changes();

    public async ValueTask<Refusal?> RunAsync(string part, bool inOrder, string? words, CancellationToken cancellationToken)
    {
        if (words?.Length > CheckTask.WordsLength) return new Refusal("module-id.words-too-long", 422, texts.Format(Keys.CheckWordsRule, CheckTask.WordsLength));
        return await desk.AnswerAsync(part, task => task.Keep(inOrder, words), _ => new PartAnswer(
            PartOpinion.Recorded, null, words, JsonSerializer.SerializeToElement(new CheckAnswer(inOrder), json.Options), [], calendar.Today, access.Actor.Account), cancellationToken);
    }
}
