namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A kind of fact the module publishes about residents (topic <c>{module}.resident-fact-changed</c>), searchable as a tag.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ResidentFactAttribute(string kind, string titleZh, string titleEn) : Attribute
{
    /// <summary>Kind, <c>[a-z][a-z0-9-]*</c>, unique in the module.</summary>
    public string Kind { get; } = kind;

    /// <summary>Chinese title.</summary>
    public string TitleZh { get; } = titleZh;

    /// <summary>English title.</summary>
    public string TitleEn { get; } = titleEn;

    /// <summary>Permission without which the fact is neither shown nor searched by; null: civil fact shown to who may see the resident.</summary>
    public string? Needs { get; set; }
}
