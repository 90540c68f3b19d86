using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Hotline.Appraisal;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>To whom, and the office's own words.</summary>
public sealed record BulletinIssueInput(
    [property: Required(ErrorMessage = "请填写送达范围 to：Departments、Towns、Enterprises。"), MinLength(1, ErrorMessage = "请至少填写一个送达范围 to。"), MaxLength(3, ErrorMessage = "送达范围 to 最多三个。")] IReadOnlyList<AppraisalGroup>? To,
    [property: MaxLength(IssueBulletin.Most, ErrorMessage = "按语不能超过 1000 个字。")] string? Foreword);

public sealed record BulletinIssued(Guid Id, string Serial);

/// <param name="Serial">Of the withdrawn edition that this one replaces; null for a first one.</param>
public sealed record IssueBulletinView(string Key, string Name, string Days, string? Serial, IReadOnlyList<Choice> Groups, IReadOnlyList<string> Chosen, string Foreword, FormErrors Errors);

/// <summary>印发通报 — of a period that is over: what it counts now is stored and sent to the member units.</summary>
internal static class IssueBulletin
{
    public const int Most = 1000;
    private const string One = ShowBulletin.Here + "/{period}/issue";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, string period, BulletinDesk desk, AppDb db, CancellationToken ct) =>
            Page.Of<IssueBulletinPage>(http, await View(http, period, desk, db, null, new(), ct))).RequirePermission(ReportPermissions.Issue);
        app.MapPost(One, Post).RequirePermission(ReportPermissions.Issue);
        app.MapPost("/api/v1/bulletins/{period}/issue", async Task<Created<BulletinIssued>> (HttpContext http, string period, BulletinIssueInput input, BulletinDesk desk, CancellationToken ct) =>
        {
            var id = await desk.Issue(http, Known(http, period), input.Foreword?.Trim() ?? "", Known(input.To!), ct);
            return TypedResults.Created($"{http.Request.PathBase}/api/v1/bulletins/issues/{id}", new BulletinIssued(id, (await desk.Find(http, id, ct)).Serial));
        }).RequirePermission(ReportPermissions.Issue).Described("印发一个月的热线通报或一年的分析");
    }

    private static async Task<IResult> Post(HttpContext http, string period, IFormCollection form, BulletinDesk desk, AppDb db, CancellationToken ct)
    {
        var (known, errors, foreword) = (Known(http, period), new FormErrors(), form["foreword"].FirstOrDefault()?.Trim() ?? "");
        var groups = Enum.GetValues<AppraisalGroup>().Where(g => form["to"].Contains(g.ToString())).ToList();
        if (groups.Count == 0)
        {
            errors.Add("to", "请选择送达的成员单位。");
        }

        if (foreword.Length > Most)
        {
            errors.Add("foreword", $"按语不能超过 {Most} 个字，现有 {foreword.Length} 个字。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<IssueBulletinPage>(http, await View(http, period, desk, db, (foreword, groups), errors, ct));
        }

        return Page.Then(http, $"{ListBulletins.Here}/{await desk.Issue(http, known, foreword, groups, ct)}", "通报已印发，内容不再变动，各单位的联络员和负责人已收到站内消息。");
    }

    private static BulletinPeriod Known(HttpContext http, string period) => BulletinPeriod.Parse(period, http.Act().Today) ?? throw new NotThere();

    private static IReadOnlyList<AppraisalGroup> Known(IReadOnlyList<AppraisalGroup> groups) =>
        groups.All(Enum.IsDefined) ? groups : throw new RuleViolation("bulletin-to", "送达范围 to 只能是 Departments、Towns、Enterprises。");

    /// <exception cref="RuleViolation"><c>bulletin-early</c>, <c>bulletin-issued</c>: there is nothing to fill in.</exception>
    private static async Task<IssueBulletinView> View(HttpContext http, string period, BulletinDesk desk, AppDb db, (string Foreword, IReadOnlyList<AppraisalGroup> Groups)? typed, FormErrors errors, CancellationToken ct)
    {
        var (known, today) = (Known(http, period), http.Act().Today);
        var before = await db.Set<Bulletin>().AsNoTracking().Where(b => b.Period == known.Key).OrderByDescending(b => b.Edition).FirstOrDefaultAsync(ct);
        _ = known.End > today ? throw new RuleViolation("bulletin-early", "本期结束以后才能印发。")
            : before is { State: BulletinState.Issued } ? throw new RuleViolation("bulletin-issued", $"{known.Name}已经印发，期号为{before.Serial}；先撤回才能重新印发。")
            : 0;
        var members = await desk.Members(ct);
        var groups = Enum.GetValues<AppraisalGroup>().Select(g => (Group: g, Count: members.Count(m => m.Group == g))).Where(g => g.Count > 0).ToList();
        var scope = known.Scope(today);
        return new(known.Key, known.Name, $"{Dates.Day(scope.From)}至{Dates.Day(scope.Through)}", before?.Serial, [.. groups.Select(g => new Choice(g.Group.ToString(), $"{Label.Of(g.Group)}（{g.Count} 个）"))],
            [.. (typed?.Groups ?? groups.Select(g => g.Group)).Select(g => g.ToString())], typed?.Foreword ?? "", errors);
    }
}
