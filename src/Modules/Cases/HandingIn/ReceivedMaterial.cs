namespace Yimen.Cases.HandingIn;

/// <summary>One line of a 材料接收凭证.</summary>
/// <param name="How">收原件, 收复印件 2 份, or the file's name.</param>
internal sealed record ReceivedMaterial(string Name, string How)
{
    public static ReceivedMaterial Of(CaseMaterial material) => new(material.Name, material.Words);
}
