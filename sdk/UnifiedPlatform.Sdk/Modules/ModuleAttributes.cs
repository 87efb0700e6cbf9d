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

    /// <summary>One Han character shown as the module's mark.</summary>
    public string Mark { get; set; } = "模";

    /// <summary>One of the prepared hues <c>party social window volunteer grid host</c>.</summary>
    public string Hue { get; set; } = "host";

    /// <summary>Who publishes the module.</summary>
    public string Publisher { get; set; } = "UnifiedPlatform";
}

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

    /// <summary>Roles the permission is suggested for, comma-separated role keys of the rights matrix (<c>CL CW DH SW PO VO DS SY SE AU MI</c>).</summary>
    public string Roles { get; set; } = "";
}

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

/// <summary>A topic the module publishes. Its JSON Schema lies in <c>Topics/{name without module}.v{version}.schema.json</c>.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PublishesAttribute(string topic, int version) : Attribute
{
    /// <summary>Topic name <c>{module}.{noun}-{past-verb}</c>.</summary>
    public string Topic { get; } = topic;

    /// <summary>Integer version from 1.</summary>
    public int Version { get; } = version;
}

/// <summary>A topic a consumer class reads; put on the class that implements <c>IConsume&lt;T&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ConsumesAttribute(string topic, int version) : Attribute
{
    /// <summary>Topic name; <c>*.part-reported</c> subscribes to that topic of every module.</summary>
    public string Topic { get; } = topic;

    /// <summary>Highest version the consumer understands.</summary>
    public int Version { get; } = version;

    /// <summary>Cron of the scheduled pull beside the wake-up on commit. Default: every minute.</summary>
    public string Cron { get; set; } = "0 * * * * ?";
}

/// <summary>Declares a job class (<see cref="Jobs.IModuleJob"/>). The key is stable: the schedule lives in the host's job store.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ModuleJobAttribute(string key) : Attribute
{
    /// <summary>Key unique in the module.</summary>
    public string Key { get; } = key;

    /// <summary>Quartz cron with seconds, in the business time zone.</summary>
    public required string Cron { get; set; }

    /// <summary>What happens to firings missed while the host was down.</summary>
    public Jobs.Misfire Misfire { get; set; } = Jobs.Misfire.FireAndProceed;

    /// <summary>Text key of the title; default <c>job.{key}</c>.</summary>
    public string? TitleKey { get; set; }
}

/// <summary>A capability by which the module does parts of counter cases (<c>name@major</c>).</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class PartCapabilityAttribute(string name) : Attribute
{
    /// <summary>Capability name without the major version.</summary>
    public string Name { get; } = name;

    /// <summary>Major version of the answer's schema.</summary>
    public int Major { get; set; } = 1;

    /// <summary>Path of the answer's JSON Schema in the package.</summary>
    public required string Answer { get; set; }

    /// <summary>Page of one part relative to the module; <c>{part}</c> is <c>number~part~round</c>.</summary>
    public string Page { get; set; } = "/parts/{part}";
}

/// <summary>Something the module asks of the platform beyond its own tables: <c>files</c>, <c>http:host</c>, <c>residents:field</c>, …</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class CapabilityAttribute(string name) : Attribute
{
    /// <summary>Capability name.</summary>
    public string Name { get; } = name;
}
