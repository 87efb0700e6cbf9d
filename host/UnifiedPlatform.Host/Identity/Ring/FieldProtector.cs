using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Field format <c>01 ‖ suite 1 ‖ key id 4 ‖ nonce 12 ‖ ciphertext ‖ tag 16</c>; installation, table, column, row and key id are bound in.</summary>
internal sealed class FieldProtector(KeyRing ring) : IFieldProtector
{
    private const byte Format = 1;
    private const byte Suite = 1;
    private const int Header = 6;

    public byte[] Protect(string table, string column, Guid row, string plain)
    {
        ArgumentException.ThrowIfNullOrEmpty(table);
        ArgumentException.ThrowIfNullOrEmpty(column);
        ArgumentNullException.ThrowIfNull(plain);
        if (row == Guid.Empty) throw new ArgumentException("A protected value needs the key of its row before the insert.", nameof(row));
        var key = ring.Active(Purpose(table));
        var text = Encoding.UTF8.GetBytes(plain);
        var target = new byte[Header + Sealing.Nonce + text.Length + Sealing.Tag];
        (target[0], target[1]) = (Format, Suite);
        BinaryPrimitives.WriteUInt32BigEndian(target.AsSpan(2), key.Id);
        Sealing.Seal(key.Bytes, text, Bound(table, column, row, key.Id), target.AsSpan(Header));
        CryptographicOperations.ZeroMemory(text);
        return target;
    }

    public string Unprotect(string table, string column, Guid row, byte[] sealedValue)
    {
        var id = KeyId(sealedValue);
        var key = ring.Find(id) ?? throw new CryptographicException($"Key {id:x8} is not in the ring.");
        return Encoding.UTF8.GetString(Sealing.Open(key.Bytes, sealedValue.AsSpan(Header), Bound(table, column, row, id)));
    }

    /// <summary>Key a value was sealed with.</summary>
    public static uint KeyId(byte[] sealedValue)
    {
        ArgumentNullException.ThrowIfNull(sealedValue);
        if (sealedValue.Length < Header || sealedValue[0] != Format || sealedValue[1] != Suite) throw new CryptographicException("A sealed value has an unknown format.");
        return BinaryPrimitives.ReadUInt32BigEndian(sealedValue.AsSpan(2));
    }

    /// <summary>Purpose of the data key of a table: one key a module, named by the part before the dot.</summary>
    internal static string Purpose(string table) => "field:" + (table.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? table[..dot] : "host");

    private byte[] Bound(string table, string column, Guid row, uint key)
    {
        var bytes = new byte[5 * sizeof(ushort) + 16 + Encoding.UTF8.GetByteCount(table) + Encoding.UTF8.GetByteCount(column) + 16 + 4];
        var rest = bytes.AsSpan();
        Span<byte> id = stackalloc byte[16];
        ring.Installation.TryWriteBytes(id, bigEndian: true, out _);
        rest = Part(rest, id);
        rest = Part(rest, table);
        rest = Part(rest, column);
        row.TryWriteBytes(id, bigEndian: true, out _);
        rest = Part(rest, id);
        Span<byte> keyId = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(keyId, key);
        Part(rest, keyId);
        return bytes;
    }

    private static Span<byte> Part(Span<byte> target, scoped ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)value.Length);
        value.CopyTo(target[2..]);
        return target[(2 + value.Length)..];
    }

    private static Span<byte> Part(Span<byte> target, string value)
    {
        var length = Encoding.UTF8.GetBytes(value, target[2..]);
        BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)length);
        return target[(2 + length)..];
    }
}
