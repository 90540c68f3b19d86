using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Coordination;

/// <summary>What a unit other than the lead is to do.</summary>
public sealed record DutyInput(
    [property: Required(ErrorMessage = "请填写配合单位 unit。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Unit,
    [property: Required(ErrorMessage = "请填写任务 what。"), MaxLength(200, ErrorMessage = "任务不能超过 200 个字。")] string? What);

/// <summary>The meeting as a form or a program sends it; days are as 2020-12-01.</summary>
public sealed record MeetingInput(
    [property: Required(ErrorMessage = "请填写会议日期 metOn。"), MaxLength(10, ErrorMessage = "日期如 2020-12-01。")] string? MetOn,
    [property: Required(ErrorMessage = "请填写参加单位 units。"), MaxLength(MeetingInput.MostUnits, ErrorMessage = "参加单位不能超过 200 个字。")] string? Units,
    [property: Required(ErrorMessage = "请填写会议纪要 minutes。"), MaxLength(MeetingInput.MostMinutes, ErrorMessage = "会议纪要不能超过 4000 个字。")] string? Minutes,
    [property: Required(ErrorMessage = "请填写协调决定 decision。"), MaxLength(MeetingInput.MostDecision, ErrorMessage = "协调决定不能超过 1000 个字。")] string? Decision,
    [property: Required(ErrorMessage = "请填写牵头单位 lead。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Lead,
    [property: Required(ErrorMessage = "请填写完成期限 due。"), MaxLength(10, ErrorMessage = "日期如 2020-12-01。")] string? Due,
    [property: MaxLength(MeetingInput.MostDuties, ErrorMessage = "配合单位不能超过 8 个。")] IReadOnlyList<DutyInput>? Duties)
{
    public const int MostUnits = 200;
    public const int MostMinutes = 4000;
    public const int MostDecision = 1000;
    public const int MostDuties = 8;
    public const int MostWhat = 200;

    /// <summary>So many stand in the form.</summary>
    public const int FormDuties = 3;

    internal static MeetingInput Posted(HttpRequest posted) => new(posted.Text("metOn", 10), posted.Text("units", MostUnits), posted.Text("minutes", MostMinutes), posted.Text("decision", MostDecision), posted.Text("lead", 40), posted.Text("due", 10),
        [.. Enumerable.Range(1, FormDuties).Select(n => new DutyInput(posted.Text($"duty{n}", 40), posted.Text($"what{n}", MostWhat)))]);

    /// <summary>What is meant; null with each fault at its field.</summary>
    internal async Task<MeetingDraft?> Read(AppDb db, FormErrors errors, CancellationToken ct)
    {
        var (met, due, lead) = (Day(MetOn, "metOn", "请填写会议日期。", errors), Day(Due, "due", "请填写牵头单位完成的期限。", errors), new UnitId(Lead?.Trim() ?? ""));
        Must(!string.IsNullOrWhiteSpace(Units), "units", "请写明参加协调的单位。", errors);
        Must(Minutes?.Trim().Length >= 10, "minutes", "请写明会议纪要：各单位怎么说、争议在哪里，不少于 10 个字。", errors);
        Must(Decision?.Trim().Length >= 5, "decision", "请写明协调决定，不少于 5 个字。", errors);
        Must(await db.UnitRefs.AnyAsync(u => u.Id == lead && !u.Closed, ct), "lead", "请选择牵头单位。", errors);
        var duties = new List<(UnitId, string)>();
        foreach (var (duty, n) in (Duties ?? []).Select((d, n) => (d, n + 1)).Where(d => !string.IsNullOrWhiteSpace(d.d.Unit) || !string.IsNullOrWhiteSpace(d.d.What)))
        {
            var unit = new UnitId(duty.Unit?.Trim() ?? "");
            Must(await db.UnitRefs.AnyAsync(u => u.Id == unit && !u.Closed, ct), $"duty{n}", "请选择配合单位。", errors);
            Must(!string.IsNullOrWhiteSpace(duty.What), $"what{n}", "请写明交给这个单位做什么。", errors);
            duties.Add((unit, duty.What?.Trim() ?? ""));
        }

        return errors.Count > 0 ? null : new(met!.Value, Units!.Trim(), Minutes!.Trim(), Decision!.Trim(), lead, due!.Value, duties);
    }

    private static void Must(bool holds, string field, string words, FormErrors errors)
    {
        if (!holds)
        {
            errors.Add(field, words);
        }
    }

    private static DateOnly? Day(string? typed, string field, string missing, FormErrors errors)
    {
        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, string.IsNullOrEmpty(typed) ? missing : "日期不对，如 2020-12-01。");
        return null;
    }
}
