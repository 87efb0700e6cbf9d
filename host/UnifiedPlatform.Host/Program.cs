return await UnifiedPlatform.Host.Composition.HostProgram.RunAsync(args);

/// <summary>Entry point; named so that tests can start the shipped composition.</summary>
public sealed partial class Program;
