using System.Text.RegularExpressions;
using Quartz;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Build.Metadata;
using UnifiedPlatform.Sdk.Exchange;
using UnifiedPlatform.Sdk.Jobs;
using UnifiedPlatform.Sdk.Modules;
using UnifiedPlatform.Sdk.Text;
using SdkCapabilities = UnifiedPlatform.Sdk.Modules.Capabilities;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>Turns the attributes of a compiled module into its manifest and collects every fault on the way.</summary>
internal sealed partial class ManifestWriter(AssemblyContents assembly, string assemblyPath, PackFolder folder, string id, string version)
{
    private const string RouteAttribute = "Microsoft.AspNetCore.Components.RouteAttribute";
    private const string MigrationAttribute = "Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute";

    private const string HostedBase = "Microsoft.Extensions.Hosting.BackgroundService";
    private static readonly string[] HostedInterfaces = ["Microsoft.Extensions.Hosting.IHostedService", "Microsoft.Extensions.Hosting.IHostedLifecycleService"];

    // Their topics are there with every host.
    private static readonly string[] Owners = ["host", "residents", "audit"];
    private static readonly string[] PartTopics = ["one-window.part-changed", "one-window.part-ended", "one-window.part-report-settled", "one-window.part-requested"];

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public ModuleManifest Write(string sdkVersion, IReadOnlyCollection<string> privateAssemblies)
    {
        var module = assembly.All<ModuleAttribute>().FirstOrDefault();
        if (module is null) Fault("There is no [assembly: Module(\"" + id + "\", …)].");
        else if (module.Text(0) != id) Fault($"[assembly: Module(\"{module.Text(0)}\")] and <ModuleId>{id}</ModuleId> in the project differ.");
        if (!ModuleId.IsValid(id)) Fault($"'{id}' is no module id: it takes [a-z][a-z0-9-]{{1,40}} and no name of the host.");
        if (!SemVer().IsMatch(version)) Fault($"'{version}' is no version: it takes major.minor.patch.");
        var entries = assembly.Types.Count(type => type.Implements(typeof(IModule)) && type.IsPublicSealed);
        if (entries != 1) Fault($"There must be exactly one public sealed class that implements IModule; found {entries}.");

        var contributes = Contributions();
        return new ModuleManifest
        {
            Id = id,
            Version = version,
            Publisher = module?.Property(nameof(ModuleAttribute.Publisher), "UnifiedPlatform") ?? "",
            Title = module is null ? new LocalizedText(id, id) : new LocalizedText(module.Text(1), module.Text(2)),
            Summary = module?.Property<string?>(nameof(ModuleAttribute.SummaryKey), null) is { } summary ? Text(summary) : null,
            Mark = module?.Property(nameof(ModuleAttribute.Mark), "模") ?? "模",
            Hue = module?.Property(nameof(ModuleAttribute.Hue), "host") ?? "host",
            Assembly = assembly.Name + ".dll",
            Requires = new ManifestRequires(SdkRange(sdkVersion), [.. assembly.References.Where(reference => !privateAssemblies.Contains(reference.Name + ".dll"))]) { Modules = Contracts(contributes) },
            Activation = contributes.Jobs.Count + contributes.Consumes.Count + contributes.PartCapabilities.Count > 0 || assembly.Types.Any(IsHosted) ? ModuleActivation.Eager : ModuleActivation.Lazy,
            Reload = (ModuleReload)(module?.Property(nameof(ModuleAttribute.Reload), (int)ModuleReload.Hot) ?? (int)ModuleReload.Hot),
            SelfTests = [.. assembly.All<SelfTestAttribute>().Select(x => Local(x.Text(0)))],
            Capabilities = Capabilities(contributes),
            Permissions = Permissions(),
            Contributes = contributes,
            Data = Data(),
        };
    }

    private static string SdkRange(string sdkVersion)
    {
        var floor = Version.Parse(sdkVersion);
        return $">={floor.Major}.{floor.Minor}.{Math.Max(floor.Build, 0)} <{floor.Major + 1}.0.0";
    }

    private ManifestContract[] Contracts(ManifestContributions contributes)
    {
        var stated = assembly.All<RequiresContractAttribute>().Select(x =>
        {
            if (!ContractName().IsMatch(x.Text(0))) Fault($"Contract '{x.Text(0)}' must be 'topic:<module>.<topic>' or 'api:<module>'.");
            if (!VersionRange.TryParse(x.Text(1), out var range)) Fault($"'{x.Text(1)}' is no range of versions, e.g. '>=1 <2'.");
            return new ManifestContract(x.Text(0), range.ToString(), x.Property(nameof(RequiresContractAttribute.Optional), false));
        }).ToArray();
        var read = contributes.Consumes.Where(x => !x.Topic.StartsWith("*.", StringComparison.Ordinal) && !Owners.Contains(x.Topic.Split('.')[0]))
            .Select(x => new ManifestContract("topic:" + x.Topic, $">=1.0.0 <{x.Version + 1}.0.0", true)).DistinctBy(x => x.Contract);
        return Unique([.. stated.Concat(read.Where(x => stated.All(y => y.Contract != x.Contract))).OrderBy(x => x.Contract, StringComparer.Ordinal)], x => x.Contract, "contract");
    }

    private ManifestContributions Contributions() => new()
    {
        Navigation = [.. assembly.All<NavigationAttribute>().Select(x => new ManifestNavigation(
            Local(x.Text(0)), Text(x.Text(1)), x.Property(nameof(NavigationAttribute.Group), "business"), x.Property(nameof(NavigationAttribute.Order), 100), Needs(x)))],
        ResidentCards = Unique([.. assembly.All<ResidentCardAttribute>().Select(x => new ManifestResidentCard(
            x.Text(0), Local(x.Text(1)), Text(x.Text(2)), x.Property(nameof(ResidentCardAttribute.Order), 100), Needs(x)))], x => x.Key, "resident card"),
        ResidentFacts = Unique([.. assembly.All<ResidentFactAttribute>().Select(x => new ManifestResidentFact(
            x.Text(0), new LocalizedText(x.Text(1), x.Text(2)), Needs(x)))], x => x.Kind, "resident fact"),
        ResidentLinks = [.. assembly.All<ResidentLinkAttribute>().Select(x => new ManifestResidentLink(
            Local(x.Text(0)), Text(x.Text(1)), x.Property<string?>(nameof(ResidentLinkAttribute.Key), null), Needs(x)))],
        Publishes = Unique([.. assembly.All<PublishesAttribute>().Select(Topic)], x => $"{x.Name} v{x.Version}", "topic"),
        Consumes = [.. assembly.Types.SelectMany(type => type.All<ConsumesAttribute>().Select(x => Subscription(type, x)))],
        Jobs = Unique([.. assembly.Types.SelectMany(type => type.All<ModuleJobAttribute>().Select(x => Job(type, x)))], x => x.Key, "job"),
        PartCapabilities = Unique([.. assembly.All<PartCapabilityAttribute>().Select(PartCapability)], x => x.Capability, "part capability"),
        Pages = [.. assembly.Types.SelectMany(Pages)],
        ServiceItems = folder.Files("ServiceItems", ".json"),
    };

    private static bool IsHosted(AssemblyType type) => type.BaseType == HostedBase || type.Interfaces.Any(HostedInterfaces.Contains);

    private ManifestTopic Topic(AttributeValue x)
    {
        var (name, number) = (x.Text(0), x.Number(1));
        if (!name.StartsWith(id + ".", StringComparison.Ordinal) || !TopicName().IsMatch(name)) Fault($"Topic '{name}' must be '{id}.<noun>-<past-verb>'.");
        if (number < 1) Fault($"Topic '{name}' has version {number}; versions start at 1.");
        var shortName = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        // Their bodies are records of the SDK.
        if (shortName is "part-reported" or "resident-fact-changed") return new ManifestTopic(name, number, null);
        var schema = $"Topics/{shortName}.v{number}.schema.json";
        if (!folder.Has(schema)) Fault($"Topic '{name}' version {number} has no schema: {schema} is missing.");
        return new ManifestTopic(name, number, schema);
    }

    private ManifestSubscription Subscription(AssemblyType type, AttributeValue x)
    {
        var cron = x.Property(nameof(ConsumesAttribute.Cron), "0 * * * * ?");
        if (!type.Implements(typeof(IConsume<>))) Fault($"{type.FullName} has [Consumes] and does not implement IConsume<T> itself.");
        CheckCron(cron, type.FullName);
        return new ManifestSubscription(x.Text(0), x.Number(1), cron, type.FullName);
    }

    private ManifestJob Job(AssemblyType type, AttributeValue x)
    {
        var key = x.Text(0);
        var cron = x.Property(nameof(ModuleJobAttribute.Cron), "");
        if (!type.Implements(typeof(IModuleJob))) Fault($"{type.FullName} has [ModuleJob] and does not implement IModuleJob itself.");
        if (!KebabCase().IsMatch(key)) Fault($"Job key '{key}' must be kebab-case.");
        CheckCron(cron, type.FullName);
        return new ManifestJob(key, cron, (Misfire)x.Property(nameof(ModuleJobAttribute.Misfire), (int)Misfire.FireAndProceed), Text(x.Property<string?>(nameof(ModuleJobAttribute.TitleKey), null) ?? $"job.{key}"), type.FullName);
    }

    private ManifestPartCapability PartCapability(AttributeValue x)
    {
        var answer = x.Property(nameof(PartCapabilityAttribute.Answer), "");
        if (!KebabCase().IsMatch(x.Text(0))) Fault($"Part capability '{x.Text(0)}' must be kebab-case.");
        if (!folder.Has(answer)) Fault($"Part capability '{x.Text(0)}' names the schema '{answer}', which is missing.");
        return new ManifestPartCapability(x.Text(0), x.Property(nameof(PartCapabilityAttribute.Major), 1), answer, Local(x.Property(nameof(PartCapabilityAttribute.Page), "/parts/{part}")));
    }

    private IEnumerable<ManifestPage> Pages(AssemblyType type)
    {
        var routes = type.Attributes.Where(attribute => attribute.Type == RouteAttribute).Select(attribute => attribute.Text(0)).ToArray();
        if (routes.Length == 0) return [];
        var needs = type.All<NeedsAttribute>().Select(attribute => attribute.Text(0)).ToArray();
        var open = type.All<PublicAttribute>().Any();
        if (needs.Length == 0 && !open && !type.All<SignedInAttribute>().Any()) Fault($"Page {type.FullName} has no rule: add [Needs(…)], [SignedIn(…)] or [Public(…)].");
        return routes.Select(route => new ManifestPage(route, needs, open));
    }

    private ManifestPermission[] Permissions() => Unique([.. assembly.All<PermissionAttribute>().Select(x =>
    {
        if (!x.Text(0).StartsWith(id + ".", StringComparison.Ordinal) || !PermissionName().IsMatch(x.Text(0))) Fault($"Permission '{x.Text(0)}' must be '{id}.<resource>.<verb>'.");
        return new ManifestPermission(
            x.Text(0), new LocalizedText(x.Text(1), x.Text(2)), x.Property(nameof(PermissionAttribute.Risk), "normal"),
            x.Property(nameof(PermissionAttribute.Roles), "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    })], x => x.Id, "permission");

    private string[] Capabilities(ManifestContributions contributes)
    {
        IEnumerable<string> names = assembly.All<CapabilityAttribute>().Select(x => x.Text(0));
        if (contributes.Jobs.Count > 0) names = names.Append(SdkCapabilities.Jobs);
        if (Data() is not null) names = names.Append(SdkCapabilities.Database);
        names = names.Concat(contributes.Publishes.Select(x => SdkCapabilities.Publish(x.Name))).Concat(contributes.Consumes.Select(x => SdkCapabilities.Subscribe(x.Topic)));
        // What the SDK does for a module that offers it.
        if (contributes.PartCapabilities.Count > 0) names = names.Append(SdkCapabilities.Publish(id + ".part-reported")).Concat(PartTopics.Select(SdkCapabilities.Subscribe));
        if (contributes.ResidentFacts.Count > 0) names = names.Append(SdkCapabilities.Publish(id + ".resident-fact-changed"));
        string[] sorted = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (var unknown in sorted.Where(name => !SdkCapabilities.IsKnown(name))) Fault($"'{unknown}' is no capability the SDK knows; sdk/docs lists them.");
        foreach (var foreign in sorted.Where(name => name.StartsWith(SdkCapabilities.Publish(""), StringComparison.Ordinal) && !name.StartsWith(SdkCapabilities.Publish(id + "."), StringComparison.Ordinal))) Fault($"'{foreign}': a module publishes topics of its own, '{id}.<noun>-<past-verb>'.");
        if (folder.Files("wwwroot", ".js").Concat(folder.Files("wwwroot", ".mjs")).Any() && !sorted.Contains(SdkCapabilities.Script)) Fault("wwwroot holds scripts: that needs [assembly: Capability(\"ui:script\")].");
        return sorted;
    }

    private ManifestData? Data()
    {
        var migrations = assembly.Types.SelectMany(type => type.Attributes.Where(x => x.Type == MigrationAttribute).Select(x => (Provider: type.FullName.Contains(".Sqlite.", StringComparison.Ordinal) ? "sqlite" : "postgreSql", Name: x.Text(0)))).ToArray();
        return migrations.Length == 0 ? null : new ManifestData(
            [.. migrations.Select(migration => migration.Provider).Distinct().Order(StringComparer.Ordinal)],
            migrations.Select(migration => migration.Name).Max(StringComparer.Ordinal) ?? "", SchemaFloor());
    }

    private string SchemaFloor()
    {
        if (assembly.All<SchemaFloorAttribute>().FirstOrDefault() is not { } stated) return MigrationFloor.OnlyAdds(assembly, assemblyPath) ? MigrationFloor.Any : version;
        if (!SemVer().IsMatch(stated.Text(0))) Fault($"[assembly: SchemaFloor(\"{stated.Text(0)}\")] is no version: it takes major.minor.patch.");
        return stated.Text(0);
    }

    private LocalizedText Text(string key)
    {
        foreach (var (language, texts) in folder.Texts)
            if (!texts.ContainsKey(key)) Fault($"Text key '{key}' is missing in Resources/{language}.json.");
        return new LocalizedText(folder.Texts["zh-Hans"].GetValueOrDefault(key, ""), folder.Texts["en"].GetValueOrDefault(key, ""));
    }

    private string Local(string path)
    {
        if (!path.StartsWith('/')) Fault($"Path '{path}' must start with '/'; it is relative to the module.");
        return path;
    }

    private T[] Unique<T>(T[] items, Func<T, string> key, string what)
    {
        foreach (var twice in items.GroupBy(key, StringComparer.Ordinal).Where(group => group.Count() > 1)) Fault($"There are two of the {what} '{twice.Key}'.");
        return items;
    }

    private void CheckCron(string cron, string where)
    {
        if (cron.Length == 0) Fault($"{where} has no cron.");
        else if (!CronExpression.TryParse(cron, out _)) Fault($"{where}: '{cron}' is no Quartz cron with seconds.");
    }

    private static string? Needs(AttributeValue x) => x.Property<string?>("Needs", null);

    private void Fault(string fault) => _faults.Add(fault);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex SemVer();

    [GeneratedRegex(@"^(topic:[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*|api:[a-z][a-z0-9-]*)$")]
    private static partial Regex ContractName();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();

    [GeneratedRegex("^[a-z][a-z0-9-]*\\.[a-z][a-z0-9]*(-[a-z0-9]+)+$")]
    private static partial Regex TopicName();

    [GeneratedRegex("^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.[a-z][a-z-]*$")]
    private static partial Regex PermissionName();
}
