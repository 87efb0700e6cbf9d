using System.Collections.Concurrent;
using System.Security.Cryptography;
using UnifiedPlatform.Runtime.Packages;

namespace UnifiedPlatform.Host.Modules.Operations;

/// <summary>Uploads that were checked and wait for their administrator's word. They end with the host, and after half an hour.</summary>
internal sealed class StagedPackages(IPackageStore store, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private const int Most = 8;

    private readonly ConcurrentDictionary<string, StagedUpload> _uploads = new(StringComparer.Ordinal);

    /// <summary>Keeps an upload of an account and gives the name it is found by.</summary>
    public string Add(StagedPackage package, byte[]? content, Guid account)
    {
        foreach (var (name, old) in _uploads.OrderByDescending(upload => upload.Value.At).Skip(Most - 1).Concat(_uploads.Where(upload => clock.GetUtcNow() - upload.Value.At > Kept)).ToArray())
            if (_uploads.TryRemove(name, out _)) store.Discard(old.Package);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _uploads[token] = new StagedUpload(package, content, account, clock.GetUtcNow());
        return token;
    }

    /// <summary>The upload, for who made it; null: it is no longer kept.</summary>
    public StagedUpload? Find(string token, Guid account) => _uploads.TryGetValue(token, out var upload) && upload.Account == account && clock.GetUtcNow() - upload.At <= Kept ? upload : null;

    /// <summary>Takes the upload out, to install it.</summary>
    public void Forget(string token) => _uploads.TryRemove(token, out _);

    /// <summary>Drops the upload.</summary>
    public void Discard(string token)
    {
        if (_uploads.TryRemove(token, out var upload)) store.Discard(upload.Package);
    }

    public void Dispose()
    {
        foreach (var token in _uploads.Keys) Discard(token);
    }
}
