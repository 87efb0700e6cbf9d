namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>What the command line asks for.</summary>
internal sealed record ScaffoldOptions(string Project, string? Context, bool Build, bool Fresh)
{
    public static ScaffoldOptions Parse(IReadOnlyList<string> args, string usage)
    {
        string? project = null, context = null;
        bool build = true, fresh = false;
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--no-build") build = false;
            else if (args[i] == "--fresh") fresh = true;
            else if (args[i] == "--project" && i + 1 < args.Count) project = args[++i];
            else if (args[i] == "--context" && i + 1 < args.Count) context = args[++i];
            else throw new ScaffoldFailure(usage);
        }
        return new(Path.GetFullPath(project ?? throw new ScaffoldFailure(usage)), context, build, fresh);
    }
}
