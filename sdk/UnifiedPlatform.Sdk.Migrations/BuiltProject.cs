using System.Diagnostics;
using System.Text.Json;

namespace UnifiedPlatform.Sdk.Migrations;

/// <summary>The project whose contexts get a migration, built.</summary>
internal sealed record BuiltProject(string Folder, string Assembly, string RootNamespace)
{
    public static BuiltProject Of(ScaffoldOptions options)
    {
        var file = File.Exists(options.Project) ? options.Project : Directory.EnumerateFiles(options.Project, "*.csproj").FirstOrDefault()
            ?? throw new ScaffoldFailure($"There is no project in {options.Project}.");
        if (options is { Assembly: { } compiled, RootNamespace: { } space }) return new(Path.GetDirectoryName(file)!, compiled, space);
        if (options.Build) Run(file, "build", "-v", "q", "--nologo");
        var properties = JsonSerializer.Deserialize<Answer>(Run(file, "msbuild", "-getProperty:TargetPath,RootNamespace"))!.Properties;
        return new(Path.GetDirectoryName(file)!, properties.TargetPath, properties.RootNamespace);
    }

    private static string Run(string project, string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[verb, project, .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new ScaffoldFailure($"{output}dotnet {verb} failed; a migration is written from a project that builds.");
    }

    private sealed record Answer(Answer.Values Properties)
    {
        internal sealed record Values(string TargetPath, string RootNamespace);
    }
}
