using System.Security.Cryptography;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>The key a clone signs its own builds with. Made on first use, git-ignored, trusted by hosts in demo and development only.</summary>
internal static class SigningKey
{
    public static ECDsa OpenOrCreate(string path)
    {
        if (!File.Exists(path)) Create(path);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    // Several modules are packed at once: each writes its own file, the first to move it in wins.
    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{path}.{Environment.ProcessId}";
        using (var file = new FileStream(draft, OwnerOnly())) file.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        try
        {
            File.Move(draft, path, overwrite: false);
            File.WriteAllText(Path.ChangeExtension(path, ".pub.pem"), key.ExportSubjectPublicKeyInfoPem() + "\n");
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
