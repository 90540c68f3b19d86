using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Fields;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Offers;

/// <summary>One line of a batch as it came, from a workbook or as JSON.</summary>
public sealed record OfferLine(string? BasicCode, string? Handling, string? Name, string? Unit, string? MainName, string? LegalBasis, string? Department);

/// <summary>批次 — the lines of a batch, checked all together; it is offered whole or not at all.</summary>
internal static class OfferBatch
{
    public const int MaxLines = 5000;

    public static readonly string[] Heads = ["基本编码", "办理项序号", "事项名称", "单位代码", "主项名称", "设定依据", "主管部门"];

    /// <summary>What is wrong, each with the row it stands in; the head of the sheet is row 1.</summary>
    public static async Task<IReadOnlyList<FieldFault>> Faults(AppDb db, int batch, IReadOnlyList<OfferLine> lines, int first, CancellationToken ct)
    {
        if (lines.Count is 0 or > MaxLines)
        {
            return [new("file", "rows", lines.Count == 0 ? "没有可下发的行。" : $"一批不能超过{MaxLines}行，现为{lines.Count}行。")];
        }

        var units = await db.UnitRefs.Select(u => u.Id).ToListAsync(ct);
        var there = await db.Offers.Where(o => o.Batch == batch).Select(o => o.BasicCode + o.Handling + o.Unit).ToListAsync(ct);
        var seen = there.ToHashSet();
        return [.. lines.SelectMany((line, i) => Faults(line, units, seen).Select(f => f with { Message = $"第{i + first}行：{f.Message}" }))];
    }

    /// <summary>Makes the offers, and the entries of the basic catalogue that were not there.</summary>
    public static async Task Offer(AppDb db, IdSource ids, int batch, IReadOnlyList<OfferLine> lines, Act act, CancellationToken ct)
    {
        var codes = lines.Select(l => FieldRules.Clean(l.BasicCode)).Distinct().ToList();
        var known = await db.BasicItems.Where(b => codes.Contains(b.Code)).ToDictionaryAsync(b => b.Code, ct);
        foreach (var line in lines)
        {
            var code = FieldRules.Clean(line.BasicCode);
            if (!known.TryGetValue(code, out var basic))
            {
                known[code] = basic = New(line, code, act);
                db.Add(basic);
            }

            db.Add(Catalog.Offer.Make(ids.NewId(act.Now), batch, basic, FieldRules.Clean(line.Handling), FieldRules.Clean(line.Name), new UnitId(FieldRules.Clean(line.Unit)), act));
        }
    }

    private static BasicItem New(OfferLine line, string code, Act act) => new()
    {
        Code = code,
        Name = FieldRules.Clean(line.Name),
        Type = code[2..4],
        MainName = FieldRules.Clean(line.MainName) is { Length: > 0 } main ? main : FieldRules.Clean(line.Name),
        LegalBasis = FieldRules.Clean(line.LegalBasis),
        Department = FieldRules.Clean(line.Department),
        EffectiveFrom = act.Today,
    };

    private static IEnumerable<FieldFault> Faults(OfferLine line, List<UnitId> units, HashSet<string> seen)
    {
        var (code, handling, name, unit) = (FieldRules.Clean(line.BasicCode), FieldRules.Clean(line.Handling), FieldRules.Clean(line.Name), FieldRules.Clean(line.Unit));
        if (!BasicCode.TryParse(code, out _, out string wrong))
        {
            yield return new("basicCode", "basic-code", wrong);
        }
        else if (!Words.Types.ContainsKey(code[2..4]))
        {
            yield return new("basicCode", "item-type", $"基本编码第3至4位“{code[2..4]}”不是事项类型代码");
        }

        if (handling.Length != 2 || !handling.All(char.IsAsciiDigit) || handling == "00")
        {
            yield return new("handling", "handling", $"办理项序号应为01至99的两位数字，现为“{handling}”");
        }

        if (name.Length is 0 or > 200)
        {
            yield return new("name", "name", name.Length == 0 ? "请填写事项名称" : "事项名称不能超过200个字");
        }

        if (!units.Contains(new UnitId(unit)))
        {
            yield return new("unit", "unit", $"单位代码“{unit}”不在机构表中");
        }

        foreach (var (field, label, text) in new[] { ("name", "事项名称", name), ("mainName", "主项名称", line.MainName), ("legalBasis", "设定依据", line.LegalBasis), ("department", "主管部门", line.Department) })
        {
            if (FieldRules.Pollution(field, label, text ?? "") is { } pollution)
            {
                yield return pollution;
            }
        }

        if (!seen.Add(code + handling + unit))
        {
            yield return new("basicCode", "twice", "同一批中已有这个单位的同一事项");
        }
    }
}
