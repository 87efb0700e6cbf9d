using UnifiedPlatform.Host.Identity;
using UnifiedPlatform.Host.Modules.Operations;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Runtime.Packages;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Host.Modules;

/// <summary><c>/api/admin/modules</c>: the same acts as the page and the command line.</summary>
internal static class ModulesApi
{
    private const string Root = "/api/admin/modules";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Root, async (ModuleQueries modules, ModuleFailureTexts words, CancellationToken cancellationToken) => (await modules.ListAsync(cancellationToken)).Select(module => ModuleLine.Of(module, words)).ToArray())
            .WithName("ListModules").Needs(ModulesRoom.View);
        routes.MapGet(Root + "/{id}", async (string id, ModuleQueries modules, ModuleFailureTexts words, CancellationToken cancellationToken) =>
            await modules.FindAsync(id, cancellationToken) is { } module ? Results.Ok(ModuleAnswer.Of(module, words)) : Results.NotFound()).WithName("GetModule").Needs(ModulesRoom.View);
        routes.MapGet(Root + "/operations/{operation:guid}", async (Guid operation, ModuleQueries modules, CancellationToken cancellationToken) =>
            await modules.OperationAsync(operation, cancellationToken) is { } found ? Results.Ok(found) : Results.NotFound()).WithName("GetModuleOperation").Needs(ModulesRoom.View);

        // The package is read and checked before any transaction: the same package again is the same answer, with or without a key.
        routes.MapPost(Root, InstallAsync).WithName("InstallModule").Needs(ModulesRoom.Administer).NeedsFreshProofOfPeople();
        Act("activate", (id, act, modules, body, token) => modules.ActivateAsync(id, body.Version, body.RestoreBackup, act, token));
        Act("roll-back", (id, act, modules, body, token) => modules.RollBackAsync(id, body.Version, body.RestoreBackup, act, token));
        Act("disable", (id, act, modules, _, token) => modules.DisableAsync(id, act, token));
        Act("enable", (id, act, modules, _, token) => modules.EnableAsync(id, act, token));
        Act("purge", (id, act, modules, body, token) => modules.PurgeAsync(id, body.Confirm ?? "", act, token));
        routes.MapDelete(Root + "/{id}", (string id, string? reason, IActorAccessor actor, ModuleOperations modules, ModuleFailureTexts words, CancellationToken cancellationToken) =>
                AnswerAsync(modules.RemoveAsync(id, actor.ActFor(reason), cancellationToken), words))
            .WithName("RemoveModule").Needs(ModulesRoom.Administer).NeedsFreshProofOfPeople().Changes(Databases.Host);
        routes.MapPost(Root + "/operations/{operation:guid}/call-off", (Guid operation, ModuleActRequest body, IActorAccessor actor, ModuleOperations modules, ModuleFailureTexts words, CancellationToken cancellationToken) =>
                AnswerAsync(modules.CallOffAsync(operation, actor.ActFor(body.Reason), cancellationToken), words))
            .WithName("CallOffModuleOperation").Needs(ModulesRoom.Administer).NeedsFreshProofOfPeople().Changes(Databases.Host);

        void Act(string verb, Func<string, Act, ModuleOperations, ModuleActRequest, CancellationToken, Task<OperationAnswer>> run) => routes
            .MapPost($"{Root}/{{id}}/{verb}", (string id, ModuleActRequest body, IActorAccessor actor, ModuleOperations modules, ModuleFailureTexts words, CancellationToken cancellationToken) =>
                AnswerAsync(run(id, actor.ActFor(body.Reason), modules, body, cancellationToken), words))
            .WithName(verb + "-module").Needs(ModulesRoom.Administer).NeedsFreshProofOfPeople().Changes(Databases.Host);
    }

    /// <summary>Installs the package of the body: the file itself, or multipart field <c>package</c>.</summary>
    private static async Task<IResult> InstallAsync(
        HttpContext context, string? reason, string? grant, bool? activate, bool? older, bool? dryRun, IActorAccessor actor, ModuleInstall install, ModuleFailureTexts words, CancellationToken cancellationToken)
    {
        try
        {
            await using var upload = await PackageUpload.OpenAsync(context, cancellationToken);
            var staged = await install.StageAsync(upload.Stream, older == true, cancellationToken);
            if (dryRun == true)
            {
                install.Discard(staged);
                return Results.Ok(PreflightAnswer.Of(staged.Package, words));
            }
            return await AnswerAsync(install.InstallAsync(staged, new InstallChoice(grant == "*" ? staged.Package.CapabilitiesAsked : Split(grant), activate != false), actor.ActFor(reason), cancellationToken), words);
        }
        catch (ModuleRefusedException refused)
        {
            return Refused(refused, words);
        }
    }

    private static IResult Refused(ModuleRefusedException refused, ModuleFailureTexts words) => new Refusal(
        "modules.package-refused", StatusCodes.Status422UnprocessableEntity, string.Join(' ', refused.Failures.Select(words.Of)),
        new Dictionary<string, object?> { ["failures"] = refused.Failures.Select(failure => failure.Code).ToArray() }).ToResult();

    private static string[] Split(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static async Task<IResult> AnswerAsync(Task<OperationAnswer> asked, ModuleFailureTexts words) => await asked switch
    {
        { Refusal: { } refusal } => refusal.ToResult(),
        { Operation: { } operation } => Results.Accepted($"{Root}/operations/{operation.Id}", OperationView.Of(operation, words)),
        _ => Results.NoContent(),
    };
}
