using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge.Demand;

public sealed record DemandFilter(string? Days);

/// <summary>A question by how much it is asked for.</summary>
public sealed record HotRow(Guid Id, string Title, string Unit, int Reads, int Answers, int Useless);

/// <param name="Nearest">The entry most like it, if any is: perhaps the answer is there and only the words are missing.</param>
public sealed record VainRow(string Text, int Count, DateOnly Last, Suggestion? Nearest);

public sealed record DemandView(int Days, IReadOnlyList<HotRow> Hot, IReadOnlyList<VainRow> Vain, IReadOnlyList<HotRow> Useless, IReadOnlyList<FigureValue> Figures, bool MayWrite);

/// <summary>热门和未答问题 — what people look for, what they do not find, and what did not help them; and how the knowledge base keeps up.</summary>
internal static class ShowDemand
{
    private const int Most = 20;
    private static readonly int[] Choices = [7, 30, 90, 365];
    private static readonly string[] Shown = ["Q01", "Q05", "Q06", "Q09", "Q12"];

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/knowledge/demand", Show).RequirePermission(Rights.Demand);

    private static async Task<IResult> Show(HttpContext http, [AsParameters] DemandFilter filter, AppDb db, KnowledgeSearch knowledge, FigureBook book, CancellationToken ct)
    {
        var today = http.Act().Today;
        var usual = (await db.KnowledgeLimitsOn(today, ct))[KnowledgeLimitCode.HotDays];
        var days = int.TryParse(filter.Days, out var asked) && Choices.Contains(asked) ? asked : usual;
        var since = today.AddDays(-days);
        var figures = new List<FigureValue>();
        foreach (var id in Shown)
        {
            figures.Add(await book.Compute(db, book.Find(id)!, new FigureScope(today, since.AddDays(1), today.AddDays(1)), ct));
        }

        return Page.Of<DemandPage>(http, new DemandView(days, await Hot(db, since, ct), await Vain(db, knowledge, since, today, ct), await Useless(db, since, ct), figures, http.MaySomewhere(Rights.Write)));
    }

    private static async Task<IReadOnlyList<HotRow>> Hot(AppDb db, DateOnly since, CancellationToken ct)
    {
        var hot = await (from u in db.Set<ArticleUse>()
                         where u.On > since
                         group u by u.ArticleId into g
                         orderby g.Sum(u => u.Count) descending, g.Key
                         select new { g.Key, Reads = g.Sum(u => u.Kind == UseKind.Read ? u.Count : 0), Answers = g.Sum(u => u.Kind == UseKind.Answer ? u.Count : 0) }).Take(Most).ToListAsync(ct);
        var names = await Names(db, hot.ConvertAll(h => h.Key), ct);
        return [.. hot.Where(h => names.ContainsKey(h.Key)).Select(h => new HotRow(h.Key, names[h.Key].Title, names[h.Key].Unit, h.Reads, h.Answers, 0))];
    }

    private static async Task<IReadOnlyList<HotRow>> Useless(AppDb db, DateOnly since, CancellationToken ct)
    {
        var bad = await (from v in db.Set<ArticleVote>()
                         where v.On > since && !v.Useful
                         group v by v.ArticleId into g
                         orderby g.Count() descending, g.Key
                         select new { g.Key, Count = g.Count() }).Take(Most / 2).ToListAsync(ct);
        var names = await Names(db, bad.ConvertAll(b => b.Key), ct);
        return [.. bad.Where(b => names.ContainsKey(b.Key)).Select(b => new HotRow(b.Key, names[b.Key].Title, names[b.Key].Unit, 0, 0, b.Count))];
    }

    private static async Task<IReadOnlyList<VainRow>> Vain(AppDb db, KnowledgeSearch knowledge, DateOnly since, DateOnly today, CancellationToken ct)
    {
        var vain = await (from q in db.Set<UnansweredQuestion>()
                          where q.On > since
                          group q by q.Text into g
                          orderby g.Sum(q => q.Count) descending, g.Key
                          select new { g.Key, Count = g.Sum(q => q.Count), Last = g.Max(q => q.On) }).Take(Most).ToListAsync(ct);
        var rows = new List<VainRow>();
        foreach (var question in vain)
        {
            rows.Add(new(question.Key, question.Count, question.Last, await knowledge.Suggest(question.Key, today, 1, ct) is [var nearest, ..] ? nearest : null));
        }

        return rows;
    }

    private static async Task<Dictionary<Guid, (string Title, string Unit)>> Names(AppDb db, List<Guid> ids, CancellationToken ct) =>
        (await (from a in db.Articles where ids.Contains(a.Id) join u in db.UnitRefs on a.Unit equals u.Id select new { a.Id, a.Title, u.ShortName }).ToListAsync(ct)).ToDictionary(a => a.Id, a => (a.Title, a.ShortName));
}
