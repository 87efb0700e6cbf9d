using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Opens what <see cref="RingXmlEncryptor"/> sealed. Made by the framework from the type's name.</summary>
internal sealed class RingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var ring = services.GetRequiredService<KeyRing>();
        var id = uint.Parse(encryptedElement.Attribute("key")!.Value, CultureInfo.InvariantCulture);
        var key = ring.Find(id) ?? throw new CryptographicException($"Key {id:x8} is not in the ring.");
        var plain = Sealing.Open(key.Bytes, Convert.FromBase64String(encryptedElement.Value), ring.Installation.ToByteArray(bigEndian: true));
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
