namespace UnifiedPlatform.Sdk.Modules;

/// <summary>Names the module. The version comes from the project, the id from <c>ModuleId</c> there; the build checks that both agree.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string id, string titleZh, string titleEn) : Attribute
{
    /// <summary>Module id, <c>[a-z][a-z0-9-]{1,40}</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Chinese title.</summary>
    public string TitleZh { get; } = titleZh;

    /// <summary>English title.</summary>
    public string TitleEn { get; } = titleEn;

    /// <summary>Text key of one sentence that says what the module is for; null: none.</summary>
    public string? SummaryKey { get; set; }

    /// <summary>One Han character shown as the module's mark.</summary>
    public string Mark { get; set; } = "模";

    /// <summary>One of the prepared hues <c>party social window volunteer grid host</c>.</summary>
    public string Hue { get; set; } = "host";

    /// <summary>Who publishes the module.</summary>
    public string Publisher { get; set; } = "UnifiedPlatform";

    /// <summary>How the module may be replaced in a running host.</summary>
    public ModuleReload Reload { get; set; }
}
