using UnifiedPlatform.Sdk.Migrations;

const string Usage = "Usage: dotnet run --project sdk/UnifiedPlatform.Sdk.Migrations -- add NAME --project FOLDER [--context CONTEXT] [--no-build] [--fresh: replace all migrations by this first one]";

try
{
    if (args is not ["add", var name, .. var rest]) throw new ScaffoldFailure(Usage);
    foreach (var file in Scaffold.Add(name, ScaffoldOptions.Parse(rest, Usage))) Console.WriteLine(file);
    return 0;
}
catch (ScaffoldFailure failure)
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
