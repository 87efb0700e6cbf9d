using System.Globalization;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Shell.Assets;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell;

/// <summary>The frame around the pages of one request.</summary>
internal sealed class ShellFrame(
    IHttpContextAccessor request, PlatformOptions options, ShellOptions shell, ITexts texts, PlatformAssets assets, TimeProvider clock,
    IEnumerable<HostEntry> entries, IServiceProvider services) : IShell
{
    private IReadOnlyList<ShellGroup>? _navigation;
    private Dictionary<string, ShellModule>? _modules;

    public LocalizedText Town => shell.Town;

    public bool Demo => options.Demo;

    public ShellUser? User => Actor is { Actor: { } actor } ? new ShellUser(actor.Name, PostOf(actor)) : null;

    public string? FindResidents => May("residents.card.view") || May("residents.resident.view") ? "/residents" : null;

    public IReadOnlyList<ShellGroup> Navigation => _navigation ??= Actor?.Actor is null ? [] : ShellMenu.Of(entries, ModulesFound, texts, CultureInfo.CurrentUICulture, May);

    public ITexts Texts => texts;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), options.TimeZone);

    public TimeZoneInfo TimeZone => options.TimeZone;

    public (string Type, string Theme) Preferences => request.HttpContext is { } http ? Shell.Preferences.Of(http.Request) : ("normal", "system");

    public IReadOnlyDictionary<string, ShellModule> Modules => _modules ??= ModulesFound.ToDictionary(
        module => module.Id, module => new ShellModule(module.Title, module.Manifest?.Mark ?? "模", module.Manifest?.Hue ?? "host"), StringComparer.Ordinal);

    public string Asset(string name) => assets[name].Address;

    private IActorFeature? Actor => request.HttpContext?.Features.Get<IActorFeature>();

    private IReadOnlyList<ModuleStatus> ModulesFound => services.GetService<IModuleRuntime>()?.Modules ?? [];

    private bool May(string permission) => Actor?.Rights.Has(permission) == true;

    private string PostOf(Actor actor) => actor.Department is { } code ? services.GetService<IDepartmentNames>()?.NameOf(code)?.ToString() ?? "" : "";
}
