using Yimen.Cases.Contracts;
using Yimen.Catalog.Contracts;

namespace Yimen.Cases.Materials;

/// <summary>How one material is met, as somebody states it.</summary>
/// <param name="Copies">收复印件: how many.</param>
/// <param name="Note">不适用: why; otherwise what is worth saying, such as the licence's number.</param>
internal sealed record MaterialWay(MaterialHow How, int Copies = 0, string Note = "")
{
    public const int MostCopies = 99;
    public const int LongestNote = 200;

    /// <summary>What the guide asks for suggests: forms stay with us, what an authority issued is looked at and handed back, the rest comes as copies.</summary>
    public static MaterialWay Usual(Material asked) => asked switch
    {
        { Type: "申请表格文书" } => new(MaterialHow.OriginalKept),
        { Type: "证件证书证明", Source: "政府部门核发" } => new(MaterialHow.OriginalSeen),
        _ => new(MaterialHow.Copy, Math.Max(1, asked.Copies)),
    };
}
