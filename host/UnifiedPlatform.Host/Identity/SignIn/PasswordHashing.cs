using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>Hashes passwords, as many at once as there are cores: one check costs about a tenth of a second, and guessing must not starve the rest.</summary>
internal sealed class PasswordHashing : IDisposable
{
    private const int Iterations = 210_000;
    private const int Queue = 20;
    private readonly PasswordHasher<object> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly Lazy<string> _dummy;
    private int _waiting;

    public PasswordHashing() => _dummy = new Lazy<string>(() => _hasher.HashPassword(this, Guid.NewGuid().ToString()));

    public void Dispose() => _cores.Dispose();

    public async ValueTask<string> HashAsync(string password, CancellationToken cancellationToken) =>
        await RunAsync(() => _hasher.HashPassword(this, password), cancellationToken);

    /// <summary>Whether the password fits; an absent hash costs as much time as a wrong password.</summary>
    public async ValueTask<bool> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) =>
        await RunAsync(() => _hasher.VerifyHashedPassword(this, hash ?? _dummy.Value, password) != PasswordVerificationResult.Failed && hash is not null, cancellationToken);

    private async ValueTask<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > Queue + Environment.ProcessorCount)
        {
            Interlocked.Decrement(ref _waiting);
            throw new SignInBusyException();
        }
        try
        {
            await _cores.WaitAsync(cancellationToken);
            try
            {
                return await Task.Run(work, cancellationToken);
            }
            finally
            {
                _cores.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
