using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;

namespace Yimen.Platform.Identity.SignIn;

/// <summary>
/// The keys by which cookies are sealed lie in the installation's database, so that all nodes share them; they lie there sealed in turn by a key beside
/// the data (ruling 20), so that a copy of the database forges nobody's cookie.
/// </summary>
internal sealed class KeyRingSeal(HouseKeys keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("sm4", keys.Ring.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting)).Text), typeof(KeyRingUnseal));
}

/// <summary>Made by the framework, which hands in the services.</summary>
internal sealed class KeyRingUnseal(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<HouseKeys>().Ring.Open(new Sealed(encryptedElement.Value))
            ?? throw new InvalidOperationException("The key of the installation's key ring is missing: everybody has to sign in again."));
}

/// <summary>The installation's own ring, <c>keys/house.json</c>; read when first needed.</summary>
internal sealed class HouseKeys(Installation installation)
{
    private readonly Lazy<CountyKeys> ring = new(() => CountyKeys.LoadOrCreate(Path.Combine(installation.KeysDirectory, "house.json")));

    internal CountyKeys Ring => ring.Value;
}

internal sealed class SealKeyRing(HouseKeys keys) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlEncryptor = new KeyRingSeal(keys);
}
