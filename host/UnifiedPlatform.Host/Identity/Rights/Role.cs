using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Identity.Rights;

/// <summary>A role of the rights matrix.</summary>
/// <param name="Key">Key, e.g. <c>CL</c>.</param>
/// <param name="TitleZh">Chinese title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Scope">Scope letters of module permissions that are not listed: <c>t c</c> the grant's regions, <c>y</c> their counties, <c>d</c> its departments, <c>o</c> own rows, <c>k</c> task grants, <c>a</c> all.</param>
/// <param name="Permissions">The host's permissions with their scope letters.</param>
/// <param name="Scopes">Scope letters of single module permissions, given only when the module's manifest suggests the role.</param>
/// <param name="Officer">Whether the role belongs to one of the three officers, who exclude each other.</param>
internal sealed record Role(string Key, string TitleZh, string TitleEn, string Scope, IReadOnlyDictionary<string, string> Permissions, IReadOnlyDictionary<string, string>? Scopes = null, bool Officer = false)
{
    public LocalizedText Title => new(TitleZh, TitleEn);
}
