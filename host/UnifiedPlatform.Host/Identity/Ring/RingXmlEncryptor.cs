using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace UnifiedPlatform.Host.Identity.Ring;

/// <summary>Keeps the data-protection keys sealed at rest: naming a folder for them switches the framework's own encryption off.</summary>
internal sealed class RingXmlEncryptor(KeyRing ring) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = ring.Active(Purpose);
        var sealedBytes = Sealing.Seal(key.Bytes, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), ring.Installation.ToByteArray(bigEndian: true));
        var element = new XElement("ringSealed", new XAttribute("key", key.Id), Convert.ToBase64String(sealedBytes));
        return new EncryptedXmlInfo(element, typeof(RingXmlDecryptor));
    }
}
