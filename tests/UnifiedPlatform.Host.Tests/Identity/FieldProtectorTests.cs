using System.Security.Cryptography;
using System.Text;
using UnifiedPlatform.Host.Identity.Ring;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class FieldProtectorTests : IDisposable
{
    private const string Table = "one-window.case_dossier";
    private const string Column = "sealed";
    private readonly TemporaryKeys _keys = new();
    private readonly FieldProtector _fields;

    public FieldProtectorTests() => _fields = new FieldProtector(_keys.Open());

    public void Dispose() => _keys.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("990101199001010018")]
    [InlineData("家住凌桥路\uD842\uDFB7号")]
    public void A_value_opens_in_its_place(string plain)
    {
        var row = Guid.CreateVersion7();

        var sealedValue = _fields.Protect(Table, Column, row, plain);

        Assert.Equal(plain, _fields.Unprotect(Table, Column, row, sealedValue));
        Assert.Equal(34 + Encoding.UTF8.GetByteCount(plain), sealedValue.Length);
        Assert.Equal([1, 1], sealedValue[..2]);
    }

    [Fact]
    public void Equal_values_are_sealed_differently()
    {
        var row = Guid.CreateVersion7();

        Assert.NotEqual(_fields.Protect(Table, Column, row, "same"), _fields.Protect(Table, Column, row, "same"));
    }

    [Fact]
    public void A_moved_value_does_not_open()
    {
        var row = Guid.CreateVersion7();
        var sealedValue = _fields.Protect(Table, Column, row, "secret");

        Assert.ThrowsAny<CryptographicException>(() => _fields.Unprotect(Table, Column, Guid.CreateVersion7(), sealedValue));
        Assert.ThrowsAny<CryptographicException>(() => _fields.Unprotect(Table, "other", row, sealedValue));
        Assert.ThrowsAny<CryptographicException>(() => _fields.Unprotect("one-window.other", Column, row, sealedValue));
        Assert.ThrowsAny<CryptographicException>(() => _fields.Unprotect("one-window.case", "dossier.sealed", row, sealedValue));
    }

    [Fact]
    public void Any_flipped_bit_is_refused()
    {
        var row = Guid.CreateVersion7();
        var sealedValue = _fields.Protect(Table, Column, row, "secret");

        for (var bit = 0; bit < sealedValue.Length * 8; bit++)
        {
            var damaged = sealedValue.ToArray();
            damaged[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.ThrowsAny<CryptographicException>(() => _fields.Unprotect(Table, Column, row, damaged));
        }
    }

    [Fact]
    public void Another_installation_opens_nothing()
    {
        using var others = new TemporaryKeys();
        var row = Guid.CreateVersion7();

        Assert.ThrowsAny<CryptographicException>(() => new FieldProtector(others.Open()).Unprotect(Table, Column, row, _fields.Protect(Table, Column, row, "secret")));
    }

    [Fact]
    public void A_row_without_a_key_is_refused() => Assert.Throws<ArgumentException>(() => _fields.Protect(Table, Column, Guid.Empty, "secret"));

    [Fact]
    public void After_rotation_old_values_open_and_new_ones_carry_the_new_key()
    {
        using var keys = new TemporaryKeys();
        var ring = keys.Open();
        var fields = new FieldProtector(ring);
        var row = Guid.CreateVersion7();
        var before = fields.Protect(Table, Column, row, "secret");

        var fresh = ring.Rotate("field:one-window");

        Assert.Equal("secret", fields.Unprotect(Table, Column, row, before));
        Assert.Equal(fresh.Id, FieldProtector.KeyId(fields.Protect(Table, Column, row, "secret")));
        ring.Destroy(FieldProtector.KeyId(before));
        Assert.ThrowsAny<CryptographicException>(() => fields.Unprotect(Table, Column, row, before));
    }

    // NIST GCM test case 14: a zero key of 256 bits, a zero nonce, one zero block.
    [Fact]
    public void Sealing_is_AES_256_GCM()
    {
        byte[] published = [.. new byte[12], .. Convert.FromHexString("cea7403d4d606b6e074ec5d3baf39d18"), .. Convert.FromHexString("d0d1c8a799996bf0265b98b5d48ab919")];

        Assert.Equal(new byte[16], Sealing.Open(new byte[32], published, []));
    }

    [Fact]
    public void A_blind_index_is_keyed_by_kind_and_stable()
    {
        var ring = _keys.Open();
        var index = new BlindIndex(ring);

        var expected = HMACSHA256.HashData(ring.Active("blind:id4").Bytes, Encoding.UTF8.GetBytes("id4\u001f0018"));

        Assert.Equal(Convert.ToHexStringLower(expected[..8]), index.Token("id4", "0018"));
        Assert.Equal(expected[..16], index.Unique("id4", "0018"));
        Assert.NotEqual(index.Token("id4", "0018"), index.Token("phone4", "0018"));
        Assert.Throws<ArgumentException>(() => index.Token("name", "x"));
    }
}
