using System.Diagnostics;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web.Components;

namespace UnifiedPlatform.Host.Residents.Pages;

/// <summary>Cards and links that modules contribute to a resident's page. Each card is fetched through its module's own pipeline as the reader; none can hold up the page. Scoped.</summary>
public sealed class ModuleCards(IModuleRuntime modules, IAccess access)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>The cards in their order, fetched side by side.</summary>
    public async Task<IReadOnlyList<ResidentModuleCard>> CardsAsync(Guid resident, HttpContext http)
    {
        var declared = modules.Modules.Where(m => m.Manifest is not null && m.State != ModuleState.Disabled)
            .SelectMany(m => m.Manifest!.Contributes.ResidentCards.Select(card => (Module: m, Card: card))).OrderBy(c => c.Card.Order).ThenBy(c => c.Module.Id, StringComparer.Ordinal);
        return await Task.WhenAll(declared.Select(async c =>
        {
            if (c.Card.Needs is { } needs && !access.May(needs)) return new ResidentModuleCard(c.Module.Id, c.Card.Title, CardState.NoPermission, "", null);
            if (!c.Module.Answers) return new ResidentModuleCard(c.Module.Id, c.Card.Title, CardState.Upgrading, "", null);
            var fragment = await modules.FragmentAsync(c.Module.Id, Filled(c.Card.Path, resident), http, Patience);
            var state = fragment.Status switch { 200 => CardState.Ready, 403 => CardState.NoPermission, 503 => CardState.Upgrading, _ => CardState.NoAnswer };
            return new ResidentModuleCard(c.Module.Id, c.Card.Title, state, fragment.Html, state == CardState.NoAnswer ? Activity.Current?.TraceId.ToHexString()[..8] : null);
        }));
    }

    /// <summary>Links of running modules the reader may follow.</summary>
    public IReadOnlyList<ResidentModuleLink> Links(Guid resident) => [.. modules.Modules.Where(m => m.Answers && m.Manifest is not null)
        .SelectMany(m => m.Manifest!.Contributes.ResidentLinks.Where(l => l.Needs is null || access.May(l.Needs)).Select(l => new ResidentModuleLink($"/m/{m.Id}{Filled(l.Path, resident)}", l.Title, l.Key)))];

    private static string Filled(string path, Guid resident) => path.Replace("{residentId}", resident.ToString("D"), StringComparison.Ordinal);
}

/// <summary>A module's card.</summary>
public sealed record ResidentModuleCard(string Module, LocalizedText Title, CardState State, string Html, string? Number);

/// <summary>A module's link.</summary>
public sealed record ResidentModuleLink(string Address, LocalizedText Title, string? Key);
