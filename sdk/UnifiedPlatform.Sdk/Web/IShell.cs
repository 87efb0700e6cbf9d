using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Sdk.Web;

/// <summary>What the page frame shows around any page, of the host or of a module. Implemented by the host, imported into each generation. Scoped.</summary>
public interface IShell
{
    /// <summary>Name of the town or installation.</summary>
    LocalizedText Town { get; }

    /// <summary>Whether the demo line is shown.</summary>
    bool Demo { get; }

    /// <summary>Signed-in person; null: anonymous.</summary>
    ShellUser? User { get; }

    /// <summary>Where a search for a resident is posted; null: the reader may not search.</summary>
    string? FindResidents { get; }

    /// <summary>Navigation by group, already filtered by the actor's rights.</summary>
    IReadOnlyList<ShellGroup> Navigation { get; }

    /// <summary>Texts of the frame and of shared components (the host's own resources).</summary>
    ITexts Texts { get; }

    /// <summary>Now, in the business time zone.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The business time zone, in which every moment is shown.</summary>
    TimeZoneInfo TimeZone { get; }

    /// <summary>Address of a static asset of the design system with its content hash, e.g. <c>platform.css</c>.</summary>
    string Asset(string name);

    /// <summary>Preferences of the reader, for <c>&lt;html data-*&gt;</c>: type <c>normal|large</c>, theme <c>system|light|dark</c>.</summary>
    (string Type, string Theme) Preferences { get; }

    /// <summary>Mark and title of every installed module by id, also of cold and failed ones.</summary>
    IReadOnlyDictionary<string, ShellModule> Modules { get; }
}

/// <summary>Who is signed in, as the frame shows it.</summary>
/// <param name="Name">Name.</param>
/// <param name="Post">Post, window or department in words.</param>
public sealed record ShellUser(string Name, string Post);

/// <summary>A group of navigation entries.</summary>
/// <param name="Title">Title.</param>
/// <param name="Entries">Entries.</param>
public sealed record ShellGroup(string Title, IReadOnlyList<ShellEntry> Entries);

/// <summary>A navigation entry.</summary>
/// <param name="Title">Title.</param>
/// <param name="Address">Absolute path.</param>
/// <param name="Module">Module id, or <c>host</c>.</param>
public sealed record ShellEntry(string Title, string Address, string Module);

/// <summary>A module's mark.</summary>
/// <param name="Title">Title.</param>
/// <param name="Mark">One Han character.</param>
/// <param name="Hue">Prepared hue.</param>
public sealed record ShellModule(LocalizedText Title, string Mark, string Hue);
