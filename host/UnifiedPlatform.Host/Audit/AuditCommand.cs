using System.Globalization;
using UnifiedPlatform.Host.Composition;
using UnifiedPlatform.Host.Storage;
using UnifiedPlatform.Sdk.Data;

namespace UnifiedPlatform.Host.Audit;

/// <summary><c>-- audit verify</c> and <c>-- audit export</c>.</summary>
internal sealed class AuditCommand(IServiceProvider services, IConfiguration settings) : IHostCommand
{
    private const int Broken = 1;

    public string Name => "audit";

    public string Usage => "audit verify [FILE…] [--anchors DIR] [--key PEM] · audit export DAY [--out DIR]";

    public Task<int> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) => words switch
    {
        ["verify", ..] => VerifyAsync([.. words.Skip(1)], cancellationToken),
        ["export", var day] => ExportAsync(day, cancellationToken),
        _ => throw new StartupFailure($"Usage: {Usage}"),
    };

    private async Task<int> VerifyAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        var anchors = settings["anchors"] is { Length: > 0 } named ? Path.GetFullPath(named) : null;
        var key = settings["key"] is { Length: > 0 } pem ? await File.ReadAllTextAsync(pem, cancellationToken) : null;
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing) throw new StartupFailure($"There is no file {missing}. Name exported days (audit-YYYYMMDD.jsonl.gz), or none to verify the database.");
        ChainCheck check;
        try
        {
            check = files.Count > 0
                ? await AuditVerifier.FilesAsync(files, anchors, key, cancellationToken)
                : await AuditVerifier.DatabaseAsync(services.GetRequiredKeyedService<IModuleDatabase>(Databases.Audit), anchors ?? services.GetRequiredService<Anchors>().Folder, key ?? services.GetRequiredService<AuditKey>().PublicPem, cancellationToken);
        }
        catch (InvalidDataException damaged)
        {
            throw new StartupFailure(damaged.Message, Broken);
        }
        if (check.Fault is { } fault)
        {
            await Console.Out.WriteLineAsync($"BROKEN {fault}");
            return Broken;
        }
        await Console.Out.WriteLineAsync($"whole: {check.Entries} entries of {check.Days.Count} days{(anchors is null && files.Count > 0 ? ", held against no anchors" : "")}");
        return 0;
    }

    private async Task<int> ExportAsync(string text, CancellationToken cancellationToken)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) throw new StartupFailure($"'{text}' is no day; write it as 2026-09-28.");
        var path = Path.Combine(Path.GetFullPath(settings["out"] ?? "."), AuditExport.FileName(day));
        bool written;
        try
        {
            await using var file = File.Create(path);
            written = await services.GetRequiredService<AuditExport>().WriteAsync(day, file, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure($"{path} cannot be written ({failure.Message}). Name a directory that is there and may be written with --out DIR.");
        }
        if (!written)
        {
            File.Delete(path);
            throw new StartupFailure($"There is no entry of {text}.");
        }
        await Console.Out.WriteLineAsync(path);
        return 0;
    }
}
