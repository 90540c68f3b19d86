using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Basics;

/// <summary>基本目录 — what the state and the province have listed, and which of it is carried out here.</summary>
internal static class ListBasics
{
    private static readonly string[] Heads = ["基本编码", "名称", "主项名称", "类型", "主管部门", "目录版本", "生效日期", "失效日期", "本县实施清单数"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/basic-items", Show).RequirePermission(Rights.Read);
        app.MapGet("/desk/basic-items.xlsx", Export).RequirePermission(Rights.Read);
        app.MapGet("/api/v1/basic-items", Answer).RequirePermission(Rights.Read).WithTags("事项").WithName("listBasicItems").WithSummary("基本目录：筛选、分页");
    }

    private static async Task<IResult> Show(HttpContext http, [AsParameters] BasicFilter filter, AppDb db, CancellationToken ct)
    {
        var (rows, paging) = await Rows(http, filter, db, ct);
        return Page.Of<BasicListPage>(http, new BasicListView(rows, paging, filter, http.Act().Today));
    }

    private static async Task<Ok<BasicList>> Answer(HttpContext http, [AsParameters] BasicFilter filter, AppDb db, CancellationToken ct)
    {
        var (rows, paging) = await Rows(http, filter, db, ct);
        return TypedResults.Ok(new BasicList(rows, paging.Page, paging.Size, paging.Total));
    }

    private static async Task<(List<BasicRow> Rows, Paging Paging)> Rows(HttpContext http, BasicFilter filter, AppDb db, CancellationToken ct)
    {
        var rows = db.BasicRows(db.Items.Within(http.Reach(Rights.Read)), filter, http.Act().Today);
        var paging = Paging.Of(filter.Page, filter.Size, await rows.CountAsync(ct));
        return (await rows.Sorted(filter.Sort).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct), paging);
    }

    private static Task<IResult> Export(HttpContext http, [AsParameters] BasicFilter filter, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var rows = db.BasicRows(db.Items.Within(http.Reach(Rights.Read)), filter, today).Sorted(filter.Sort).AsEnumerable();
        return WorkbookAnswer.Of($"基本目录-{today:yyyyMMdd}.xlsx", [new Sheet("基本目录", Heads, rows.Select(Line))], ct);
    }

    private static IReadOnlyList<string> Line(BasicRow row) =>
    [
        row.Code, row.Name, row.MainName, Words.TypeOf(row.Type), row.Department, $"{row.Version}", $"{row.EffectiveFrom:yyyy-MM-dd}", row.EffectiveTo is { } end ? $"{end:yyyy-MM-dd}" : "", $"{row.Items}",
    ];
}

/// <summary>A page of the basic catalogue for programs.</summary>
public sealed record BasicList(IReadOnlyList<BasicRow> Items, int Page, int Size, int Total);

public sealed record BasicListView(IReadOnlyList<BasicRow> Rows, Paging Paging, BasicFilter Filter, DateOnly Today)
{
    public string Sort => Filter.Sort is "-code" or "name" or "-name" or "items" or "-items" ? Filter.Sort : "code";

    public IReadOnlyList<Choice> Types { get; } = [.. Words.Types.Select(t => new Choice(t.Key, t.Value))];

    public IReadOnlyList<Choice> Levels { get; } = [.. new[] { 3, 4, 5, 6 }.Select(l => new Choice($"{l}", Words.LevelOf(l)))];

    public IReadOnlyList<Choice> Uses { get; } = [.. Enum.GetValues<BasicUse>().Select(u => new Choice(u.ToString(), Label.Of(u)))];

    public IReadOnlyList<FilterChip> Chips
    {
        get
        {
            var chips = new List<FilterChip>();
            void Add(string name, string? value, string label) => chips.AddRange(string.IsNullOrWhiteSpace(value) ? [] : [new FilterChip(label, name)]);
            Add("q", Filter.Q, $"包含“{Filter.Q}”");
            Add("type", Filter.Type, $"类型：{Words.TypeOf(Filter.Type ?? "")}");
            Add("level", Filter.Level, $"层级：{Levels.FirstOrDefault(l => l.Value == Filter.Level)?.Label ?? Filter.Level}");
            Add("state", BasicQuery.UseOf(Filter)?.ToString(), BasicQuery.UseOf(Filter) is { } use ? Label.Of(use) : "");
            return chips;
        }
    }
}
