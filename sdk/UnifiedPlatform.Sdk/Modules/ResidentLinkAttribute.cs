namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A link shown on the resident's page that leads into the module (e.g. “new case”, F4).</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ResidentLinkAttribute(string path, string titleKey) : Attribute
{
    /// <summary>Path relative to the module; <c>{residentId}</c> is replaced.</summary>
    public string Path { get; } = path;

    /// <summary>Text key of the title.</summary>
    public string TitleKey { get; } = titleKey;

    /// <summary>Function key shown and bound, e.g. <c>F4</c>; null: none.</summary>
    public string? Key { get; set; }

    /// <summary>Permission without which the link is not shown.</summary>
    public string? Needs { get; set; }
}
