namespace UnifiedPlatform.Sdk.Modules;

/// <summary>An entry of the navigation. Order within the group is by <see cref="Order"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class NavigationAttribute(string path, string titleKey) : Attribute
{
    /// <summary>Path relative to the module, e.g. <c>/members</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Text key in the module's <c>Resources</c>.</summary>
    public string TitleKey { get; } = titleKey;

    /// <summary>Group: <c>window</c> 窗口, <c>business</c> 业务, <c>records</c> 资料.</summary>
    public string Group { get; set; } = "business";

    /// <summary>Lower comes first.</summary>
    public int Order { get; set; } = 100;

    /// <summary>Permission without which the entry is not shown; null: shown to everybody signed in.</summary>
    public string? Needs { get; set; }
}
