var app = WebApplication.CreateBuilder(args).Build();
app.Run();

/// <summary>Entry point; named so that tests can start the shipped composition.</summary>
public sealed partial class Program;
