namespace UnifiedPlatform.Runtime;

/// <summary>The codes of <see cref="ModuleFailure"/>.</summary>
public static class ModuleFailureCodes
{
    /// <summary>The file is no readable package: {0} what.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>A limit is exceeded: {0} which limit.</summary>
    public const string TooLarge = "too-large";

    /// <summary>An entry has a forbidden name or kind: {0} the name.</summary>
    public const string EntryName = "entry-name";

    /// <summary>Two entries have the same name, or differ only by case: {0} the name.</summary>
    public const string EntryTwice = "entry-twice";

    /// <summary>Manifest or signature is missing.</summary>
    public const string Unsigned = "unsigned";

    /// <summary>No trusted key made the signature.</summary>
    public const string Untrusted = "untrusted";

    /// <summary>The manifest contradicts the rules: {0} what.</summary>
    public const string Manifest = "manifest";

    /// <summary>A file the manifest does not list: {0} path.</summary>
    public const string FileExtra = "file-extra";

    /// <summary>A file the manifest lists is missing: {0} path.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>A file differs from its hash: {0} path.</summary>
    public const string FileChanged = "file-changed";

    /// <summary>This version is installed with other contents: {0} version.</summary>
    public const string VersionTaken = "version-taken";

    /// <summary>Built against another SDK: {0} range, {1} version of this host.</summary>
    public const string SdkRange = "sdk-range";

    /// <summary>A shared assembly is missing or too old: {0} name, {1} version wanted, {2} version here.</summary>
    public const string SharedAssembly = "shared-assembly";

    /// <summary>There is not exactly one public module class: {0} how many.</summary>
    public const string EntryClass = "entry-class";

    /// <summary>The module's code threw while it was being started: {0} step, {1} exception type.</summary>
    public const string Threw = "threw";

    /// <summary>A step took longer than its limit: {0} step, {1} seconds.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>An endpoint carries no rule: {0} route.</summary>
    public const string EndpointRule = "endpoint-rule";

    /// <summary>The module's database could not be brought to its version: {0} exception type.</summary>
    public const string Migration = "migration";

    /// <summary>The module's database was written by a newer version of it.</summary>
    public const string DatabaseNewer = "database-newer";
}
