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

    /// <summary>The publisher's key was revoked: {0} publisher, {1} fingerprint, {2} reason.</summary>
    public const string RevokedKey = "revoked-key";

    /// <summary>This package was revoked: {0} reason.</summary>
    public const string RevokedPackage = "revoked-package";

    /// <summary>The publisher may not publish modules of this id: {0} publisher, {1} id, {2} prefixes allowed.</summary>
    public const string ForeignId = "foreign-id";

    /// <summary>The publisher's modules may not ask for this: {0} publisher, {1} capabilities.</summary>
    public const string AboveCeiling = "above-ceiling";

    /// <summary>The platform does not know this capability: {0} capability.</summary>
    public const string UnknownCapability = "unknown-capability";

    /// <summary>Nobody has decided on capabilities the module asks for: {0} capabilities.</summary>
    public const string Undecided = "undecided";

    /// <summary>The module cannot start without something that is not granted: {0} capability.</summary>
    public const string NotGranted = "not-granted";

    /// <summary>A lower version than the one installed: {0} version, {1} highest version installed.</summary>
    public const string Older = "older";

    /// <summary>A contract no other module offers: {0} contract, {1} range.</summary>
    public const string ContractMissing = "contract-missing";

    /// <summary>A contract another module offers in another version: {0} contract, {1} range, {2} version offered, {3} module.</summary>
    public const string ContractVersion = "contract-version";

    /// <summary>Modules need each other in a circle: {0} the circle.</summary>
    public const string ContractCycle = "contract-cycle";

    /// <summary>The code refers to something modules may not use: {0} what, {1} where.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The code uses something for which no capability is declared: {0} what, {1} where, {2} capability.</summary>
    public const string Undeclared = "undeclared";

    /// <summary>A finding only: the code touches files by path: {0} what, {1} where.</summary>
    public const string FilesByPath = "files-by-path";

    /// <summary>An assembly of the package cannot be read: {0} file.</summary>
    public const string BadAssembly = "bad-assembly";

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

    /// <summary>A self-test address or the first page did not answer: {0} path, {1} status.</summary>
    public const string SelfTest = "self-test";

    /// <summary>The version crashed too often: {0} version.</summary>
    public const string Quarantined = "quarantined";

    /// <summary>A background service of the module ended by an exception: {0} exception type.</summary>
    public const string Crashed = "crashed";

    /// <summary>Code that cannot be unloaded runs in another version: {0} version wanted, {1} version loaded.</summary>
    public const string RestartNeeded = "restart-needed";

    /// <summary>The database could not be copied before its migration: {0} exception type.</summary>
    public const string Backup = "backup";

    /// <summary>A route leads out of the module's own address: {0} route.</summary>
    public const string ForeignRoute = "foreign-route";

    /// <summary>A text with a key of the platform: {0} key.</summary>
    public const string ForeignText = "foreign-text";

    private static readonly HashSet<string> Crashes = new([Threw, TimedOut, Migration, SelfTest, Crashed], StringComparer.Ordinal);

    /// <summary>Whether the module's own code failed, so that it counts towards the quarantine.</summary>
    internal static bool IsCrash(string code) => Crashes.Contains(code);
}
