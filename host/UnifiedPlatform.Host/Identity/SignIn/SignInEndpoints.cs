using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.Host.Identity.Accounts;
using UnifiedPlatform.Host.Identity.Data;
using UnifiedPlatform.Host.Identity.Sessions;
using UnifiedPlatform.Host.Shell;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Signing in, out, and proving again.</summary>
internal static class SignInEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in", SignInAsync).Public("how one signs in");
        routes.MapPost("/sign-out", SignOutAsync).SignedIn("everybody may leave");
        routes.MapPost("/step-up", StepUpAsync).SignedIn("proves who is signed in already");
    }

    private static async Task<IResult> SignInAsync(FormState form, HttpContext context, SignInService signIn, BrowserTokens browser, CookieActors actors, KeptForms forms, SignInRates rates, ITexts texts, CancellationToken cancellationToken)
    {
        if (!rates.Allow(context.Connection.RemoteIpAddress)) return TooMany(context, form, texts);
        var proved = browser.ProvedUser(form.Optional(SignInPage.ProvedField));
        var device = browser.Known(context.Request);
        var attempt = new SignInAttempt(proved ?? form["user"], form["password"], form.Optional("code")?.Replace(" ", "", StringComparison.Ordinal), context.Connection.RemoteIpAddress, device, proved is not null);
        try
        {
            var (outcome, cookie, account) = await signIn.TryAsync(attempt, cancellationToken);
            switch (outcome)
            {
                case SignInOutcome.SignedIn:
                    SessionTicket.Write(context.Response, cookie!); // given with this outcome
                    if (account!.Language is { } language) Preferences.KeepLanguage(context, language);
                    browser.Remember(context.Response, account.Id, device is { } known && known.Account == account.Id ? known.Device : Guid.NewGuid());
                    if (forms.Open(form.Optional(KeptForms.Field), account.Id) is not { } kept) return PageResults.SeeOther(LocalAddress.OrHome(form.Optional("returnUrl")));
                    // The form's new token is for the person who has just come in.
                    context.Features.Set<IActorFeature>(await actors.FindAsync(cookie!, context));
                    return PageResults.Page<KeptFormPage>(new { Kept = kept });
                case SignInOutcome.CodeWanted:
                    return PageResults.Page<SignInPage>(new { Proved = browser.CodeWanted(account!.UserName), ReturnUrl = form.Optional("returnUrl"), Kept = form.Optional(KeptForms.Field) });
                default:
                    form.Errors.Add("user", texts[outcome == SignInOutcome.NotOpenYet ? Keys.SignInNotOpen : Keys.SignInRefused]);
                    return PageResults.Again<SignInPage>(form, new { ReturnUrl = form.Optional("returnUrl") });
            }
        }
        catch (SignInBusyException)
        {
            context.Response.Headers.RetryAfter = "5";
            form.Errors.Add("", texts[Keys.SignInBusy]);
            return PageResults.Again<SignInPage>(form, new { ReturnUrl = form.Optional("returnUrl") }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SessionStore sessions, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IActorFeature>() is ActorFeature { Session: { } session }) await sessions.EndAsync(session, "signed-out", cancellationToken);
        SessionTicket.Delete(context.Response);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return PageResults.SeeOther("/sign-in");
    }

    private static async Task<IResult> StepUpAsync(FormState form, HttpContext context, SignInService signIn, SessionStore sessions, SignInRates rates, ITexts texts, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IActorFeature>() is not ActorFeature { Session: { } session, Actor: { } actor }) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!rates.Allow(context.Connection.RemoteIpAddress)) return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        if (await signIn.ProveAsync(actor.Account, form["password"], form.Optional("code"), context.Connection.RemoteIpAddress, cancellationToken))
        {
            await sessions.ProveAsync(session, cancellationToken);
            return PageResults.SeeOther(LocalAddress.OrHome(form.Optional("returnUrl")));
        }
        form.Errors.Add("password", texts[Keys.StepUpRefused]);
        return PageResults.Again<StepUpPage>(form, new { ReturnUrl = form.Optional("returnUrl") });
    }

    private static IResult TooMany(HttpContext context, FormState form, ITexts texts)
    {
        context.Response.Headers.RetryAfter = "60";
        form.Errors.Add("", texts[Keys.SecurityTooManyRequests]);
        return PageResults.Again<SignInPage>(form, new { ReturnUrl = form.Optional("returnUrl") }, StatusCodes.Status429TooManyRequests);
    }
}
