using UnifiedPlatform.Sdk.DevHost;

if (args is [var project, var id, var version, .. var rest]) return await DevelopmentHost.RunAsync(new DevelopedModule(project, id, version), rest);
await Console.Error.WriteLineAsync("Usage: dotnet run in the folder of a module. By hand: UnifiedPlatform.Sdk.DevHost PROJECT MODULE-ID VERSION [what the host takes]");
return 2;
