namespace UnifiedPlatform.Sdk.Modules;

/// <summary>A permission <c>{module}.{resource}.{verb}</c> the module declares.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PermissionAttribute(string id, string titleZh, string titleEn) : Attribute
{
    /// <summary>Full permission id under the module's own prefix.</summary>
    public string Id { get; } = id;

    /// <summary>Chinese title.</summary>
    public string TitleZh { get; } = titleZh;

    /// <summary>English title.</summary>
    public string TitleEn { get; } = titleEn;

    /// <summary>Risk: <c>low normal high critical</c>.</summary>
    public string Risk { get; set; } = "normal";

    /// <summary>Roles the permission is suggested for, role keys of the rights matrix, separated by spaces or commas (<c>CL CW DH SW PO VO DS SY SE AU MI</c>).</summary>
    public string Roles { get; set; } = "";
}
