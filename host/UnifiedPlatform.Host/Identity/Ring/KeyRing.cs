using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Host.Composition;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Every key of the installation, in memory. The file <c>ring.json</c> holds them wrapped.</summary>
internal sealed class KeyRing
{
    public const string FileName = "ring.json";
    private const byte Suite = 1;
    private const int MostAttempts = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>How soon a key made active by another node, or by the rotating verb, is used here.</summary>
    internal static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly byte[] CheckText = Encoding.ASCII.GetBytes("unified-platform ring");

    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<uint, OpenKey> _byId = new();
    private readonly ConcurrentDictionary<string, OpenKey> _active = new(StringComparer.Ordinal);
    private readonly string _path;
    private readonly byte[] _kek;
    private readonly TimeProvider _clock;
    private RingFile _file;
    private DateTime _written;
    private long _looked;

    private KeyRing(string path, byte[] kek, RingFile file, bool isNew, TimeProvider clock)
    {
        (_path, _kek, _file, _clock, IsNew) = (path, kek, file, clock, isNew);
        (_written, _looked) = (File.GetLastWriteTimeUtc(path), clock.GetTimestamp());
        foreach (var key in file.Keys) Hold(key);
    }

    /// <summary>Installation the keys belong to.</summary>
    public Guid Installation => _file.Installation;

    /// <summary>Whether the ring was made by this start.</summary>
    public bool IsNew { get; }

    /// <summary>Every key, as stored.</summary>
    public IReadOnlyList<RingKey> Keys => _file.Keys;

    public static KeyRing Open(IConfiguration settings, PlatformOptions options, TimeProvider clock)
    {
        var path = Path.Combine(options.Keys, FileName);
        if (File.Exists(path)) return Read(path, settings, options, clock);
        try
        {
            OwnerOnlyFile.Folder(options.Keys);
            // Two nodes may share an empty key directory: the second one finds the keys of the first.
            using var turn = Turn(path);
            return File.Exists(path) ? Read(path, settings, options, clock) : Make(path, settings, options, clock);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure($"The keys cannot be written to {options.Keys} ({failure.Message}). Give this account the right to write there, or start with another --keys DIR.");
        }
    }

    /// <summary>Takes back a ring made by this start, so that it does not stand in the way of the right one.</summary>
    public void Discard()
    {
        if (IsNew) File.Delete(_path);
    }

    /// <summary>The key new values of the purpose are sealed with; made at first use.</summary>
    public OpenKey Active(string purpose)
    {
        if (_clock.GetElapsedTime(Volatile.Read(ref _looked)) >= Look) ReadAgain();
        return _active.TryGetValue(purpose, out var key) ? key : Add(purpose);
    }

    /// <summary>The key of an id; null: destroyed or foreign.</summary>
    public OpenKey? Find(uint id)
    {
        if (_byId.TryGetValue(id, out var key)) return key;
        ReadAgain(); // Another node may have made it a moment ago.
        return _byId.GetValueOrDefault(id);
    }

    /// <summary>Ids of the purpose's keys that only open and no longer seal.</summary>
    public IReadOnlyList<uint> DecryptOnly(string purpose) =>
        [.. _file.Keys.Where(key => key.Purpose == purpose && key.State == KeyState.DecryptOnly).Select(key => key.Id)];

    /// <summary>Makes a fresh key active; the one before only opens from now on.</summary>
    public OpenKey Rotate(string purpose)
    {
        lock (_writing)
        {
            using var turn = TakeTurn();
            var older = _file.Keys.Select(key => key.Purpose == purpose && key.State == KeyState.Active ? key with { State = KeyState.DecryptOnly } : key);
            return Append(purpose, older);
        }
    }

    /// <summary>Forgets a key no value needs any more.</summary>
    public void Destroy(uint id)
    {
        lock (_writing)
        {
            using var turn = TakeTurn();
            Save([.. _file.Keys.Select(key => key.Id == id ? key with { State = KeyState.Destroyed, Wrapped = [] } : key)]);
            _byId.TryRemove(id, out _);
        }
    }

    private static KeyRing Read(string path, IConfiguration settings, PlatformOptions options, TimeProvider clock)
    {
        var file = RingFile.Read(path);
        var kek = KeyEncryptionKey.Find(settings, options, file.Salt, mayCreate: false);
        if (!Opens(kek, file)) throw new StartupFailure($"The key encryption key does not open {path}. Use the key or passphrase this ring was made with.");
        return new KeyRing(path, kek, file, isNew: false, clock);
    }

    private static KeyRing Make(string path, IConfiguration settings, PlatformOptions options, TimeProvider clock)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var kek = KeyEncryptionKey.Find(settings, options, salt, mayCreate: true);
        var installation = Guid.CreateVersion7(clock.GetUtcNow());
        var file = new RingFile(RingFile.CurrentFormat, installation, salt, Sealing.Seal(kek, CheckText, installation.ToByteArray(bigEndian: true)), []);
        file.Write(path);
        return new KeyRing(path, kek, file, isNew: true, clock);
    }

    private OpenKey Add(string purpose)
    {
        lock (_writing)
        {
            using var turn = TakeTurn();
            return _active.TryGetValue(purpose, out var key) ? key : Append(purpose, _file.Keys);
        }
    }

    // Several nodes may share the key directory: one writes at a time, upon what the file says then.
    private FileStream TakeTurn()
    {
        var turn = Turn(_path);
        Reload();
        return turn;
    }

    private static FileStream Turn(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                using var never = new ManualResetEventSlim();
                never.Wait(Pause);
            }
        }
    }

    private void ReadAgain()
    {
        lock (_writing) Reload();
    }

    private void Reload()
    {
        Volatile.Write(ref _looked, _clock.GetTimestamp());
        if (File.GetLastWriteTimeUtc(_path) is var written && (written == _written || !File.Exists(_path))) return;
        var file = RingFile.Read(_path);
        foreach (var key in file.Keys) Hold(key);
        foreach (var gone in _byId.Keys.Except(file.Keys.Where(key => key.State is not KeyState.Destroyed).Select(key => key.Id)).ToList()) _byId.TryRemove(gone, out _);
        (_file, _written) = (file, written);
    }

    private OpenKey Append(string purpose, IEnumerable<RingKey> others)
    {
        var id = FreshId();
        var wrapped = Sealing.Seal(_kek, RandomNumberGenerator.GetBytes(KeyEncryptionKey.Length), Bound(id, purpose));
        var key = new RingKey(id, purpose, Suite, KeyState.Active, DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime), wrapped);
        Save([.. others, key]);
        return Hold(key)!;
    }

    private void Save(IReadOnlyList<RingKey> keys)
    {
        var file = _file with { Keys = keys };
        file.Write(_path);
        (_file, _written) = (file, File.GetLastWriteTimeUtc(_path));
    }

    private OpenKey? Hold(RingKey key)
    {
        if (key.State is KeyState.Destroyed) return null;
        var open = new OpenKey(key.Id, key.Purpose, Unwrap(key));
        _byId[key.Id] = open;
        if (key.State is KeyState.Active) _active[key.Purpose] = open;
        return open;
    }

    private byte[] Unwrap(RingKey key)
    {
        try
        {
            return Sealing.Open(_kek, key.Wrapped, Bound(key.Id, key.Purpose));
        }
        catch (CryptographicException)
        {
            throw new StartupFailure($"Key {key.Id:x8} in {_path} is damaged. Restore the ring from the key backup.");
        }
    }

    private uint FreshId()
    {
        Span<byte> bytes = stackalloc byte[4];
        uint id;
        do
        {
            RandomNumberGenerator.Fill(bytes);
            id = BitConverter.ToUInt32(bytes);
        }
        while (id == 0 || _byId.ContainsKey(id));
        return id;
    }

    private byte[] Bound(uint id, string purpose) =>
        [.. Installation.ToByteArray(bigEndian: true), .. BitConverter.GetBytes(id), .. Encoding.UTF8.GetBytes(purpose)];

    private static bool Opens(byte[] kek, RingFile file)
    {
        try
        {
            return Sealing.Open(kek, file.Check, file.Installation.ToByteArray(bigEndian: true)).AsSpan().SequenceEqual(CheckText);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>A key ready for use.</summary>
    /// <param name="Id">Id.</param>
    /// <param name="Purpose">Purpose.</param>
    /// <param name="Bytes">256 bits.</param>
    internal sealed record OpenKey(uint Id, string Purpose, byte[] Bytes)
    {
        public override string ToString() => $"{Purpose} {Id:x8}";
    }
}
