using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Import;

/// <summary>A row of the main sheet, or of a side sheet, as it came.</summary>
internal sealed record SheetRow(string Sheet, int Number, string Code, IReadOnlyDictionary<string, string> Cells);

/// <summary>The checks of an import that need the county: whose code it is, whether the entry exists, whether the item may be written now.</summary>
internal sealed class RowChecks(IReadOnlyDictionary<string, UnitRef> units)
{
    private readonly HashSet<string> seen = [];

    public static async Task<RowChecks> Of(AppDb db, CancellationToken ct) =>
        new((await db.UnitRefs.Where(u => !u.Closed).ToListAsync(ct)).DistinctBy(u => u.CreditCode).ToDictionary(u => u.CreditCode));

    public UnitRef UnitOf(string code) => units[code[..18]];

    /// <summary>The faults of a code by scheme B3, each part with its own reason.</summary>
    public FieldFault? CodeFault(string code)
    {
        if (!HandlingCode.TryParse(code, out var parsed, out string wrong))
        {
            return new(Template.CodeHead, "code", wrong);
        }

        if (!units.TryGetValue(parsed.Value[..18], out var unit))
        {
            return new(Template.CodeHead, "unit-code", $"编码第1至18位的统一社会信用代码 {parsed.Value[..18]} 不属于本县任何机构");
        }

        if (unit.Level != parsed.Value[18] - '0')
        {
            return new(Template.CodeHead, "level", $"编码第19位行使层级为{parsed.Value[18]}，{unit.ShortName}应为{unit.Level}");
        }

        if (!Words.Types.ContainsKey(parsed.Value[21..23]))
        {
            return new(Template.CodeHead, "item-type", $"编码第22至23位“{parsed.Value[21..23]}”不是事项类型代码");
        }

        return parsed.Serial == 0 ? new(Template.CodeHead, "serial", "编码最后两位序号应为01至99")
            : !seen.Add(parsed.Value) ? new(Template.CodeHead, "twice", "同一编码在“事项”表中出现多次")
            : null;
    }

    /// <summary>What stands against writing an item as it is now.</summary>
    public static FieldFault? ItemFault(Item? item) => item switch
    {
        { State: ItemState.Cancelled } => new(Template.CodeHead, "cancelled", "事项已取消，不能再修改"),
        { Working.State: VersionState.UnitReview or VersionState.CentreReview } => new(Template.CodeHead, "in-review", $"事项正在审核（{Label.Of(item.Working!.State)}），不能修改"),
        _ => null,
    };
}
