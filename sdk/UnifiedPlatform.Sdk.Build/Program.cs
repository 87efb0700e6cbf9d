using UnifiedPlatform.Sdk.Build;
using UnifiedPlatform.Sdk.Build.Packing;

try
{
    return args switch
    {
        ["pack", .. var rest] => PackCommand.Run(Arguments.Parse(rest)),
        _ => throw new BuildFailure("Usage: UnifiedPlatform.Sdk.Build pack --assembly FILE --project DIR --id ID --version VERSION --out DIR --key FILE [--references FILE]"),
    };
}
catch (BuildFailure failure)
{
    // The format MSBuild reads, so that each fault shows as an error of the project.
    foreach (var fault in failure.Faults) await Console.Error.WriteLineAsync($"{failure.Origin} : error UPB001: {fault}");
    return 1;
}
