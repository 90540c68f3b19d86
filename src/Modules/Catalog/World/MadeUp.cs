using System.Text;
using Yimen.Catalog.Province;
using Yimen.Platform.Crypto;

namespace Yimen.Catalog.World;

/// <summary>Provincial numbers of a world: made from the item's code, in the shape of the province's own, and nobody's.</summary>
internal static class MadeUp
{
    public static ProvincialRef Of(string code) => new(Convert.ToHexStringLower(Sm.Sm3(Encoding.ASCII.GetBytes(code)))[..32], 1);
}
