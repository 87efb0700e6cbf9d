using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Modules.Trust;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Modules.Pages;

/// <summary>Forms of the module pages. Each act may be asked for twice: the second one finds the first one's operation.</summary>
internal static class ModulePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/modules/{id}/progress", (string id) => PageResults.Fragment<OperationProgress>(new { Id = id })).ExcludeFromDescription().Needs(ModulesRoom.View);
        routes.MapPost("/admin/modules/{id}/acts", ActAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
        routes.MapPost("/admin/modules/{id}/call-off", CallOffAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
        routes.MapPost("/admin/modules/{id}/grants", DecideAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
        routes.MapPost("/admin/modules/install", StageAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
        routes.MapPost("/admin/modules/install/{token}", InstallAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
    }

    private static async Task<IResult> ActAsync(string id, FormState form, IActorAccessor actor, ModuleOperations modules, CancellationToken cancellationToken)
    {
        var act = actor.ActFor(form["reason"]);
        OperationAnswer? answer = form["do"] switch
        {
            "activate" => await modules.ActivateAsync(id, form.Optional("version"), form.Flag("restore"), act, cancellationToken),
            "disable" => await modules.DisableAsync(id, act, cancellationToken),
            "enable" => await modules.EnableAsync(id, act, cancellationToken),
            "remove" => await modules.RemoveAsync(id, act, cancellationToken),
            "purge" => await modules.PurgeAsync(id, form["confirm"], act, cancellationToken),
            _ => null,
        };
        return answer is null ? Results.BadRequest() : Answer(form, id, answer);
    }

    private static async Task<IResult> CallOffAsync(string id, FormState form, IActorAccessor actor, ModuleOperations modules, CancellationToken cancellationToken) =>
        Guid.TryParse(form["operation"], out var operation) ? Answer(form, id, await modules.CallOffAsync(operation, actor.ActFor(form["call-off-reason"]), cancellationToken), "call-off-reason") : Results.BadRequest();

    private static async Task<IResult> DecideAsync(string id, FormState form, IActorAccessor actor, ModuleQueries modules, ModuleGrants grants, ITexts texts, ReconcilerSignal signal, CancellationToken cancellationToken)
    {
        if (await modules.FindAsync(id, cancellationToken) is not { } module) return Results.NotFound();
        var act = actor.ActFor(form["grant-reason"]);
        if (Reasons.Fault(act.Reason, texts) is { } fault) return Answer(form, id, fault, "grant-reason");
        // Only what changes is decided anew: the others keep who decided them, and why.
        var (granted, asked) = (form.All("grant"), module.Capabilities);
        await grants.DecideAsync(
            id, [.. asked.Where(line => granted.Contains(line.Capability) && line.Granted != true).Select(line => line.Capability)],
            [.. asked.Where(line => !granted.Contains(line.Capability) && line.Granted != false).Select(line => line.Capability)], act.Actor, act.Reason, cancellationToken);
        signal.Wake();
        return PageResults.SeeOther("/admin/modules/" + id);
    }

    private static IResult Answer(FormState form, string id, OperationAnswer answer, string reason = "reason")
    {
        if (answer.Refusal is not { } refusal) return PageResults.SeeOther("/admin/modules/" + id);
        form.Errors.Add(refusal.Code == Reasons.Code ? reason : "", refusal.Detail);
        return PageResults.Again<ModulePage>(form, new { Id = id });
    }

    private static async Task<IResult> StageAsync(FormState form, IActorAccessor actor, ModuleInstall install, StagedPackages staged, ModuleFailureTexts words, CancellationToken cancellationToken)
    {
        if (form.File(PackageUpload.Field) is not { } file || actor.Actor is not { } who)
        {
            form.Errors.Add(PackageUpload.Field, words.FileMissing);
            return PageResults.Again<InstallPage>(form);
        }
        try
        {
            await using var stream = file.OpenReadStream();
            var checkedPackage = await install.StageAsync(stream, allowsOlder: true, cancellationToken);
            return PageResults.SeeOther("/admin/modules/install?token=" + staged.Add(checkedPackage.Package, checkedPackage.Content, who.Account.Value));
        }
        catch (ModuleRefusedException refused)
        {
            foreach (var failure in refused.Failures) form.Errors.Add(form.Errors.Any ? failure.Code : PackageUpload.Field, words.Of(failure));
            return PageResults.Again<InstallPage>(form);
        }
    }

    private static async Task<IResult> InstallAsync(string token, FormState form, IActorAccessor actor, ModuleInstall install, StagedPackages staged, ModuleFailureTexts words, CancellationToken cancellationToken)
    {
        var address = "/admin/modules/install?token=" + token;
        if (actor.Actor is not { } who || staged.Find(token, who.Account.Value) is not { } upload) return PageResults.SeeOther(address);
        if (form["do"] == "discard")
        {
            staged.Discard(token);
            return PageResults.SeeOther("/admin/modules");
        }
        try
        {
            var answer = await install.InstallAsync(new ModuleInstall.Staged(upload.Package, upload.Content), new InstallChoice(form.All("grant"), form["activate"] != "false"), actor.ActFor(form["reason"]), cancellationToken);
            if (answer.Refusal is not { } refusal)
            {
                staged.Forget(token);
                return PageResults.SeeOther("/admin/modules/" + upload.Package.Manifest.Id);
            }
            form.Errors.Add(refusal.Code == Reasons.Code ? "reason" : "", refusal.Detail);
        }
        catch (ModuleRefusedException refused)
        {
            form.Errors.Add("", words.Of(refused.Failure));
        }
        return PageResults.Again<InstallPage>(form, new { Token = token });
    }
}
