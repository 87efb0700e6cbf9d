using Microsoft.AspNetCore.Antiforgery;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Shell.Errors;
using UnifiedPlatform.Host.Shell.Forms;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>A form that is sent after its author's session has ended is not lost: the answer is the page to sign in, and that carries it on.</summary>
internal sealed class ExpiredPost(RequestDelegate next, IAntiforgery antiforgery, KeptForms forms)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Features.Get<EndedSession>() is not { } ended || !IsRefusedForm(context) || !FormGuard.IsOurs(context.Request) || !await IsTheirsAsync(context, ended)) return;
        if (forms.Seal(ended.Account, context.Request, await context.Request.ReadFormAsync(context.RequestAborted)) is not { } kept) return;
        context.Response.Clear();
        context.DecideAccess("denied");
        await PageResults.Page<SignInPage>(new { Kept = kept, ReturnUrl = KeptForms.PageOf(context.Request) }, StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    // A form for the host is refused by the gate, which sends its reader to sign in; one for a module by the form's guard, because the token was made for somebody and nobody is signed in.
    private static bool IsRefusedForm(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.WantsFragment() || ErrorAnswer.IsApi(request) || response.HasStarted) return false;
        return response.StatusCode switch
        {
            StatusCodes.Status303SeeOther => response.Headers.Location.ToString().StartsWith("/sign-in?", StringComparison.Ordinal),
            StatusCodes.Status400BadRequest => context.Features.Get<ErrorCause>()?.Code == FormGuard.Expired,
            _ => false,
        };
    }

    private async Task<bool> IsTheirsAsync(HttpContext context, EndedSession ended)
    {
        FormGuard.LetUpload(context);
        context.Features.Set(new FormAuthor(ended.Account));
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        finally
        {
            context.Features.Set<FormAuthor>(null);
        }
    }
}
