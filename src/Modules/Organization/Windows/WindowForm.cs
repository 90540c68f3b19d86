using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Organization.Windows;

/// <summary>What is typed of a window, by form or by API; all text, checked by <see cref="WindowForm"/>. Number, kind, area and opening day are fixed at the opening.</summary>
public sealed record WindowInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Kind { get; init; }

    public string? Unit { get; init; }

    public string? Area { get; init; }

    public string? Place { get; init; }

    public string? Hours { get; init; }

    public string? Phone { get; init; }

    public string? OpenedOn { get; init; }

    /// <summary>The version that was seen; a later one answers 409.</summary>
    public string? Version { get; init; }


    internal static WindowInput Of(Window w) => new()
    {
        Code = w.Code, Name = w.Name, Kind = w.Kind.ToString(), Unit = w.Unit.Value, Area = w.Area.Value, Place = w.Place, Hours = w.Hours, Phone = w.Phone,
        OpenedOn = w.OpenedOn.ToString("yyyy-MM-dd"), Version = w.Trail.Count.ToString(),
    };
}

/// <summary>Checks what was typed of a window.</summary>
internal sealed partial class WindowForm(AppDb db)
{
    public async Task<NewWindow?> Read(WindowInput input, Window? standing, FormErrors errors, CancellationToken ct)
    {
        var code = standing?.Code ?? await Code(input.Code, errors, ct);
        var name = Text(input.Name, "name", "窗口名称", 60, true, errors);
        var said = new NewWindow(code, name, standing?.Kind ?? Kind(input.Kind, errors), await Unit(input.Unit, errors, ct), standing?.Area ?? await Area(input.Area, errors, ct))
        {
            Place = Text(input.Place, "place", "位置", 100, true, errors),
            Hours = Text(input.Hours, "hours", "开放时间", 100, true, errors),
            Phone = Number(input.Phone, errors),
            OpenedOn = standing?.OpenedOn ?? Day(input.OpenedOn, "openedOn", errors),
        };
        return errors.Count > 0 ? null : said;
    }

    internal static DateOnly Day(string? text, string field, FormErrors errors)
    {
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear)
        {
            return day;
        }

        errors.Add(field, "请填写有效日期，如 2020-12-31。");
        return default;
    }

    private async Task<string> Code(string? text, FormErrors errors, CancellationToken ct)
    {
        var code = text?.Trim().ToUpperInvariant() ?? "";
        if (!Shape().IsMatch(code))
        {
            errors.Add("code", "窗口号应为 2 至 20 位大写字母、数字或短横，以字母开头，如 A01。");
        }
        else if (await db.Windows.AnyAsync(w => w.Code == code, ct))
        {
            errors.Add("code", $"窗口号 {code} 已经使用过，窗口号不重复使用。");
        }

        return code;
    }

    private async Task<UnitId> Unit(string? text, FormErrors errors, CancellationToken ct)
    {
        var unit = new UnitId(text?.Trim().ToUpperInvariant() ?? "");
        if (!await db.Units.AnyAsync(u => u.Id == unit && !u.Closed, ct))
        {
            errors.Add("unit", "请填写在册单位的编码，可从列表选择。");
        }

        return unit;
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

    private static WindowKind Kind(string? text, FormErrors errors)
    {
        if (Enum.TryParse<WindowKind>(text, out var kind) && Enum.IsDefined(kind))
        {
            return kind;
        }

        errors.Add("kind", "请选择窗口类型。");
        return default;
    }

    private static string Text(string? text, string field, string label, int most, bool needed, FormErrors errors)
    {
        var value = text?.Trim() ?? "";
        if ((needed && value.Length == 0) || value.Length > most)
        {
            errors.Add(field, value.Length == 0 ? $"请填写{label}。" : $"{label}不能超过 {most} 个字。");
        }

        return value;
    }

    private static string Number(string? text, FormErrors errors)
    {
        var value = text?.Trim() ?? "";
        if (value.Length > 0 && !Organization.Phone.IsValid(value))
        {
            errors.Add("phone", "电话号码格式不正确，应如 0751-5550000。");
        }

        return value;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9-]{1,19}$")]
    private static partial Regex Shape();
}
