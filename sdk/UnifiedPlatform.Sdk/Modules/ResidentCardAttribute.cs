namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A card on the resident's 360° page, fetched as a fragment from the module's own pipeline.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ResidentCardAttribute(string key, string path, string titleKey) : Attribute
{
    /// <summary>Key unique in the module.</summary>
    public string Key { get; } = key;

    /// <summary>Path relative to the module; <c>{residentId}</c> is replaced.</summary>
    public string Path { get; } = path;

    /// <summary>Text key of the title.</summary>
    public string TitleKey { get; } = titleKey;

    /// <summary>Lower comes first.</summary>
    public int Order { get; set; } = 100;

    /// <summary>Permission without which the card says what is missing and whom to ask.</summary>
    public string? Needs { get; set; }
}
