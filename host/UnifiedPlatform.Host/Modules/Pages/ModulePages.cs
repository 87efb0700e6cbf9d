using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Web;
using UnifiedPlatform.Sdk.Web.Forms;

namespace UnifiedPlatform.Host.Modules.Pages;

/// <summary>Forms of the module pages. Each act may be asked for twice: the second one finds the first one's operation.</summary>
internal static class ModulePages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/admin/modules/{id}/progress", (string id) => PageResults.Fragment<OperationProgress>(new { Id = id })).ExcludeFromDescription().Needs(ModulesRoom.View);
        routes.MapPost("/admin/modules/{id}/acts", ActAsync).Needs(ModulesRoom.Administer).NeedsFreshProof();
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
        if (answer is null) return Results.BadRequest();
        if (answer.Refusal is not { } refusal) return PageResults.SeeOther("/admin/modules/" + id);
        form.Errors.Add(refusal.Code == Reasons.Code ? "reason" : "", refusal.Detail);
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
