namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>What the command line asks for.</summary>
/// <param name="Project">Project file or folder.</param>
/// <param name="Context">Name of the one context; null: all.</param>
/// <param name="Build">Whether the project is built first.</param>
/// <param name="Fresh">Whether the migration replaces all others.</param>
/// <param name="Assembly">What the build in progress has compiled; null: the project is asked.</param>
/// <param name="RootNamespace">Its root namespace.</param>
/// <param name="References">File with the paths of its references, for packages that no build copies; null: they lie beside the assembly.</param>
internal sealed record ScaffoldOptions(string Project, string? Context, bool Build, bool Fresh, string? Assembly, string? RootNamespace, string? References)
{
    public static ScaffoldOptions Parse(IReadOnlyList<string> args, string usage)
    {
        string? project = null, context = null, assembly = null, space = null, references = null;
        bool build = true, fresh = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--no-build") build = false;
            else if (args[i] == "--fresh") fresh = true;
            else if (args[i] == "--project" && i + 1 < args.Count) project = args[++i];
            else if (args[i] == "--context" && i + 1 < args.Count) context = args[++i];
            else if (args[i] == "--assembly" && i + 1 < args.Count) assembly = args[++i];
            else if (args[i] == "--root-namespace" && i + 1 < args.Count) space = args[++i];
            else if (args[i] == "--references" && i + 1 < args.Count) references = args[++i];
            else throw new ScaffoldFailure(usage);
        }
        return new(Path.GetFullPath(project ?? throw new ScaffoldFailure(usage)), context, build, fresh, assembly is null ? null : Path.GetFullPath(assembly), space, references);
    }
}
