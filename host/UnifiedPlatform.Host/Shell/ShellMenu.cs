using System.Globalization;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Puts the pages of host and modules into groups, leaving out what the reader may not open. A cold or failed module keeps its entries.</summary>
internal static class ShellMenu
{
    private static readonly (string Group, string TitleKey)[] Groups =
    [
        ("window", Keys.ShellGroupWindow), ("business", Keys.ShellGroupBusiness), ("records", Keys.ShellGroupRecords),
        ("running", Keys.ShellGroupRunning), ("platform", Keys.ShellGroupPlatform),
    ];

    public static IReadOnlyList<ShellGroup> Of(IEnumerable<HostEntry> entries, IEnumerable<ModuleStatus> modules, ITexts texts, CultureInfo culture, Func<string, bool> may)
    {
        var ofHost = entries.Where(entry => entry.Needs is null || may(entry.Needs))
            .Select(entry => (entry.Group, entry.Order, Entry: new ShellEntry(texts[entry.TitleKey], entry.Path, "host")));
        var ofModules = modules.Where(module => module.State != ModuleState.Disabled)
            .SelectMany(module => (module.Manifest?.Contributes.Navigation ?? []).Select(entry => (Module: module.Id, Entry: entry)))
            .Where(item => item.Entry.Needs is null || may(item.Entry.Needs))
            .Select(item => (item.Entry.Group, item.Entry.Order, Entry: new ShellEntry(item.Entry.Title.In(culture), $"/m/{item.Module}{item.Entry.Path.TrimEnd('/')}", item.Module)));
        var known = ofHost.Concat(ofModules).ToLookup(item => Groups.Any(group => group.Group == item.Group) ? item.Group : "business");
        return [.. Groups.Where(group => known.Contains(group.Group)).Select(group => new ShellGroup(
            texts[group.TitleKey], [.. known[group.Group].OrderBy(item => item.Order).ThenBy(item => item.Entry.Address, StringComparer.Ordinal).Select(item => item.Entry)]))];
    }
}
