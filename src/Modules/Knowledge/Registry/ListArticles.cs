using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Registry;

public sealed record ArticleListView(IReadOnlyList<ArticleRow> Rows, Paging Paging, ArticleFilter Filter, IReadOnlyList<FilterChip> Chips, ArticleChoices Choices)
{
    public bool MayWrite { get; init; }

    public bool MayImport { get; init; }

    public bool MayExport { get; init; }

    public string Sort => Filter.Sort ?? "-edited";
}

/// <summary>What the filter offers.</summary>
public sealed record ArticleChoices(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Classes)
{
    public IReadOnlyList<Choice> States { get; } = [.. ArticleFilterQuery.States.Select(s => new Choice(s.Value, s.Name))];

    public IReadOnlyList<Choice> Visibilities { get; } = [.. Enum.GetValues<Visibility>().Select(v => new Choice(v.ToString(), Label.Of(v)))];

    public IReadOnlyList<Choice> Versions { get; } = [.. new[] { ArticleVersionState.Editing, ArticleVersionState.UnitReview, ArticleVersionState.HotlineReview }.Select(v => new Choice(v.ToString(), Label.Of(v)))];

    public IReadOnlyList<Choice> Rechecks { get; } = [new("called", "待复审"), new("late", "到期未复审")];
}

/// <summary>知识库 — what is in use for all staff, what is being written for its unit and the hotline office; taken out with a purpose.</summary>
internal static class ListArticles
{
    private const string Here = "/desk/knowledge";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequirePermission(Rights.Read);
        app.MapExport(Here, Rights.Export, (HttpContext http, ArticleFilter filter, AppDb db, PermissionTable table) => Taken(http, filter, db));
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] ArticleFilter filter, AppDb db, CancellationToken ct)
    {
        var rows = db.Rows(db.Articles.AsNoTracking().Readable(http), filter, http.Act().Today);
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        var page = await rows.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        var choices = await Choices(db, http, ct);
        return Page.Of<ArticleListPage>(http, new ArticleListView(page, paging, filter, [.. Chips(filter, choices)], choices)
        {
            MayWrite = http.MaySomewhere(Rights.Write), MayImport = http.MaySomewhere(Rights.Import), MayExport = http.MaySomewhere(Rights.Export),
        });
    }

    private static ExportOf<ArticleRow> Taken(HttpContext http, ArticleFilter filter, AppDb db)
    {
        var today = http.Act().Today;
        return new("知识条目", Here, db.Rows(db.Articles.AsNoTracking().Readable(http), filter, today).Sorted(filter.Sort), r => new Dictionary<string, object?>
        {
            ["问题"] = r.Title, ["主办单位"] = r.Unit, ["内容分类"] = r.Class, ["状态"] = Words.Standing(r.State, r.ValidFrom, r.ValidTo, today).Text, ["公开范围"] = Label.Of(r.Visibility),
            ["生效日期"] = $"{r.ValidFrom:yyyy-MM-dd}", ["有效期至"] = $"{r.ValidTo:yyyy-MM-dd}", ["新版本"] = r.Working is { } w ? Label.Of(w) : "", ["复审期限"] = $"{r.RecheckDue:yyyy-MM-dd}",
            ["使用次数"] = r.Uses, ["有用"] = r.Useful, ["没用"] = r.Useless, ["最近编写"] = Dates.Moment(r.EditedAt),
        })
        { Notice = "条目中没有个人信息。谁导出了多少条、用来做什么，会记入导出登记。" };
    }

    private static async Task<ArticleChoices> Choices(AppDb db, HttpContext http, CancellationToken ct)
    {
        var seen = db.Articles.Readable(http);
        var owners = seen.Select(a => a.Unit).Distinct();
        var units = await db.UnitRefs.Where(u => owners.Contains(u.Id)).OrderBy(u => u.Kind).ThenBy(u => u.CreditCode).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct);
        var classes = await seen.Select(a => a.Class).Distinct().OrderBy(c => c).ToListAsync(ct);
        return new([.. units.Select(u => new Choice(u.Id.Value, u.ShortName))], [.. classes.Select(c => new Choice(c, c))]);
    }

    private static IEnumerable<FilterChip> Chips(ArticleFilter filter, ArticleChoices choices)
    {
        (string Label, string Name, string? Value, IReadOnlyList<Choice> Of)[] parts =
        [
            ("单位", "unit", filter.Unit, choices.Units), ("分类", "class", filter.Class, choices.Classes), ("状态", "state", filter.State, choices.States),
            ("公开范围", "visibility", filter.Visibility, choices.Visibilities), ("新版本", "version", filter.Version, choices.Versions), ("复审", "recheck", filter.Recheck, choices.Rechecks),
        ];
        if (filter.Q is { Length: > 0 } q)
        {
            yield return new($"包含“{q}”", "q");
        }

        foreach (var part in parts.Where(p => p.Value is { Length: > 0 }))
        {
            yield return new($"{part.Label}：{part.Of.FirstOrDefault(c => c.Value == part.Value)?.Label ?? part.Value}", part.Name);
        }
    }
}
