using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Units;

/// <summary>What is typed of a unit, by form or by API; all text, checked by <see cref="UnitForm"/>.</summary>
public sealed record UnitInput
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public string? CreditCode { get; init; }

    /// <summary>Why a credit code that fails its check shall be taken; heeded only from those who may.</summary>
    public string? CodeOverride { get; init; }

    public string? Kind { get; init; }

    public string? Area { get; init; }

    public string? Parent { get; init; }

    public string? ConsultPhone { get; init; }

    public string? SupervisePhone { get; init; }

    /// <summary>The version that was seen; a later one answers 409.</summary>
    public string? Version { get; init; }


    internal static UnitInput Of(Unit u) => new()
    {
        Id = u.Id.Value, Name = u.Name, ShortName = u.ShortName, CreditCode = u.CreditCode, CodeOverride = u.CodeOverride, Kind = u.Kind.ToString(), Area = u.Area.Value,
        Parent = u.Parent?.Value, ConsultPhone = u.ConsultPhone, SupervisePhone = u.SupervisePhone, Version = u.Trail.Count.ToString(),
    };
}

/// <summary>Checks what was typed of a unit: exact words for the credit code, no second unit with the same.</summary>
internal sealed partial class UnitForm(AppDb db)
{
    /// <param name="mayOverride">Whether this person may take a legacy code that fails its check (domain J1).</param>
    public async Task<NewUnit?> Read(UnitInput input, Unit? standing, bool mayOverride, FormErrors errors, CancellationToken ct)
    {
        var id = standing?.Id ?? await Id(input.Id, errors, ct);
        var said = new NewUnit(id, Text(input.Name, "name", "名称", 80, errors), Text(input.ShortName, "shortName", "简称", 20, errors), "", Kind(input.Kind, errors), await Area(input.Area, errors, ct))
        {
            Parent = await Parent(input.Parent, id, errors, ct),
            ConsultPhone = Number(input.ConsultPhone, "consultPhone", errors),
            SupervisePhone = Number(input.SupervisePhone, "supervisePhone", errors),
        };
        said = await Code(input, said, mayOverride, errors, ct);
        return errors.Count > 0 ? null : said;
    }

    private async Task<NewUnit> Code(UnitInput input, NewUnit said, bool mayOverride, FormErrors errors, CancellationToken ct)
    {
        var reason = string.IsNullOrWhiteSpace(input.CodeOverride) || !mayOverride ? null : input.CodeOverride.Trim();
        var right = CreditCode.TryParse(input.CreditCode, out var code, out string error);
        if (!right && (reason is null || !CreditCode.TryParseLegacy(input.CreditCode, out code, out error)))
        {
            errors.Add("creditCode", error + "。");
            return said;
        }

        var (value, id) = (code.Value, said.Id);
        if (await db.Units.Where(u => u.CreditCode == value && u.Id != id).Select(u => u.Name).FirstOrDefaultAsync(ct) is { } other)
        {
            errors.Add("creditCode", $"这个统一社会信用代码已登记为“{other}”。");
        }

        return said with { CreditCode = value, CodeOverride = right ? null : reason };
    }

    private async Task<UnitId> Id(string? text, FormErrors errors, CancellationToken ct)
    {
        var id = new UnitId(text?.Trim().ToUpperInvariant() ?? "");
        if (!Shape().IsMatch(id.Value))
        {
            errors.Add("id", "单位编码应为 2 至 20 位大写字母、数字或短横，以字母开头，如 SCJG。");
        }
        else if (await db.Units.AnyAsync(u => u.Id == id, ct))
        {
            errors.Add("id", $"单位编码 {id} 已经使用。");
        }

        return id;
    }

    private async Task<AreaCode> Area(string? text, FormErrors errors, CancellationToken ct)
    {
        var area = new AreaCode(text?.Trim() ?? "");
        if (!await db.Divisions.AnyAsync(d => d.Code == area, ct))
        {
            errors.Add("area", "请填写 12 位区划代码，可从列表选择。");
        }

        return area;
    }

    private async Task<UnitId?> Parent(string? text, UnitId self, FormErrors errors, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var parent = new UnitId(text.Trim().ToUpperInvariant());
        if (parent == self || !await db.Units.AnyAsync(u => u.Id == parent, ct))
        {
            errors.Add("parent", parent == self ? "上级单位不能是本单位。" : $"没有编码为 {parent} 的单位。");
        }

        return parent;
    }

    private static UnitKind Kind(string? text, FormErrors errors)
    {
        if (Enum.TryParse<UnitKind>(text, out var kind) && Enum.IsDefined(kind))
        {
            return kind;
        }

        errors.Add("kind", "请选择单位类别。");
        return default;
    }

    private static string Text(string? text, string field, string label, int most, FormErrors errors)
    {
        var value = text?.Trim() ?? "";
        if (value.Length == 0 || value.Length > most)
        {
            errors.Add(field, value.Length == 0 ? $"请填写{label}。" : $"{label}不能超过 {most} 个字。");
        }

        return value;
    }

    private static string Number(string? text, string field, FormErrors errors)
    {
        var value = text?.Trim() ?? "";
        if (value.Length > 0 && !Phone.IsValid(value))
        {
            errors.Add(field, "电话号码格式不正确，应如 0751-5550000。");
        }

        return value;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,19}$")]
    private static partial Regex Shape();
}
