using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>A folder with the packages of the platform, made by the one command from what is built.</summary>
public sealed class Feed : IAsyncDisposable
{
    private readonly Lazy<Task<string>> _packed = new(PackAsync);

    /// <summary>The folder; packed on first use.</summary>
    public Task<string> FolderAsync() => _packed.Value;

    public async ValueTask DisposeAsync()
    {
        if (_packed.IsValueCreated) Directory.Delete(await _packed.Value, recursive: true);
    }

    private static async Task<string> PackAsync()
    {
        var folder = Directory.CreateTempSubdirectory("up-feed-").FullName;
        await using var pack = Program.Start(
            ["dotnet", "pack", "UnifiedPlatform.sln", "--no-build", "--configuration", Build.Configuration, "--output", folder, "-verbosity:quiet", "-nologo", "-nodeReuse:false"],
            Checkout.Root, new Dictionary<string, string?> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" });
        return await pack.EndAsync(CancellationToken.None) == 0 ? folder : throw new InvalidOperationException($"dotnet pack failed:\n{pack.Output}");
    }
}
