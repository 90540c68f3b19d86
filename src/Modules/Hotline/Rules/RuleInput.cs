using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Rules;

/// <summary>A rule as a form or a program sends it. Words are divided by spaces or 、; days are as 2020-12-01.</summary>
public sealed record RuleInput(
    [property: MaxLength(6, ErrorMessage = "内容分类为 6 位。")] string? Class,
    [property: MaxLength(200, ErrorMessage = "关键词不能超过 200 个字。")] string? Words,
    [property: MaxLength(12, ErrorMessage = "区域为 12 位代码。")] string? Area,
    [property: Required(ErrorMessage = "请填写牵头单位 lead。"), MaxLength(40, ErrorMessage = "单位代码不能超过 40 个字符。")] string? Lead,
    [property: Required(ErrorMessage = "请填写依据 basis。"), MaxLength(200, ErrorMessage = "依据不能超过 200 个字。")] string? Basis,
    [property: Required(ErrorMessage = "请填写生效日期 from。"), MaxLength(10, ErrorMessage = "日期如 2020-12-01。")] string? From,
    [property: MaxLength(10, ErrorMessage = "日期如 2020-12-01。")] string? Until)
{
    private static readonly char[] Dividers = [' ', '、', '，', ',', '　'];

    internal static RuleInput Posted(HttpRequest posted) => new(Code(posted.Text("class", 60)), posted.Text("words", 200), posted.Text("area", 12), Code(posted.Text("lead", 60)), posted.Text("basis", 200), posted.Text("from", 10), posted.Text("until", 10));

    /// <summary>What is meant; null with each fault at its field.</summary>
    internal async Task<RuleDraft?> Read(AppDb db, FormErrors errors, CancellationToken ct)
    {
        var (words, lead, from, until) = ((Words ?? "").Split(Dividers, StringSplitOptions.RemoveEmptyEntries), new UnitId(Lead ?? ""), Day(From, "from", errors), Day(Until, "until", errors));
        var area = string.IsNullOrEmpty(Area) ? (AreaCode?)null : new AreaCode(Area);
        Must(string.IsNullOrEmpty(Class) || (await db.OrderCodes(ct)).HasClass(Class, from ?? DateOnly.MaxValue), "class", "没有这个内容分类，请从列表中选择。", errors);
        Must(area is not { } code || await db.DivisionRefs.AnyAsync(d => d.Code == code, ct), "area", "没有这个区域，请从列表中选择。", errors);
        Must(!string.IsNullOrEmpty(Class) || words.Length > 0 || area is not null, "words", "请至少写明内容分类、关键词、区域中的一项，否则所有工单都会适用。", errors);
        Must(words.All(w => w.Length >= 2), "words", "关键词每个不少于 2 个字。", errors);
        Must(await db.UnitRefs.AnyAsync(u => u.Id == lead && !u.Closed, ct), "lead", "请选择牵头单位。", errors);
        Must(!string.IsNullOrWhiteSpace(Basis), "basis", "请写明依据，例如：协调会议纪要。", errors);
        Must(from is not null || errors.Any(e => e.Field == "from"), "from", "请填写生效日期。", errors);
        Must(until is null || from is null || until >= from, "until", "截止日期不能早于生效日期。", errors);
        return errors.Count > 0 ? null : new(Class ?? "", words, area, lead, Basis!.Trim(), from!.Value, until);
    }

    private static void Must(bool holds, string field, string words, FormErrors errors)
    {
        if (!holds)
        {
            errors.Add(field, words);
        }
    }

    private static DateOnly? Day(string? typed, string field, FormErrors errors)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, "日期应如 2020-12-01。");
        return null;
    }

    // a list field may post 010101 道路破损: the code is its first word
    private static string Code(string typed) => typed.Split(' ', 2)[0];
}
