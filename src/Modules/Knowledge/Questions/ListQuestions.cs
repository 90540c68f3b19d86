using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Use;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Questions;

/// <summary>One way to narrow the list: its value in the address, its name, how many are left.</summary>
public sealed record QuestionFacet(string Value, string Name, int Count);

/// <summary>Found questions with the ways to narrow them; <paramref name="Near"/> stands in where nothing held all the words.</summary>
public sealed record QuestionsView(QuestionSearch Search, IReadOnlyList<QuestionRow> Found, Paging Paging, IReadOnlyList<QuestionRow> Near, IReadOnlyList<FilterChip> Chips)
{
    /// <summary>Most used lately; only where nothing was asked for.</summary>
    public IReadOnlyList<QuestionRow> Hot { get; init; } = [];

    public IReadOnlyList<QuestionFacet> Themes { get; init; } = [];

    public IReadOnlyList<QuestionFacet> Units { get; init; } = [];
}

/// <summary>Questions as programs find them.</summary>
public sealed record QuestionsFound(int Total, int Page, int Size, IReadOnlyList<QuestionBody> Questions);

/// <param name="Answer">Plain text, a line a paragraph.</param>
public sealed record QuestionBody(Guid Id, string Title, string Answer, string Unit, string Theme);

/// <summary>问答 — the public's way to an answer without knowing whose office it is: by words, by theme, by unit. What was searched for in vain is remembered, without anybody's name.</summary>
internal static class ListQuestions
{
    private const int MostNear = 8;
    private const int MostHot = 8;

    public static void Map(IEndpointRouteBuilder app)
    {
        // not kept: a search in vain must reach us to be remembered
        app.MapGet("/questions", Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/v1/public/questions", Answer).AllowAnonymous().WithTags("public").WithName("searchQuestions").WithSummary("搜索公开的问答");
    }

    private static async Task<IResult> Show([AsParameters] QuestionSearch search, HttpContext http, AppDb db, KnowledgeSearch knowledge, Tally tally, CountyScope scope, CancellationToken ct)
    {
        var today = http.Act().Today;
        var matching = search.Matching(db, search.Answers(db, today));
        var paging = Paging.Of(search.Page, search.Size, await matching.CountAsync(ct));
        var found = await Rows(db, search, today, paging, ct);
        var near = found.Count == 0 && search.Words.Length > 1 ? await knowledge.SuggestPublic(search.Words, today, MostNear, ct) : [];
        if (search.Words.Length > 1 && paging.Total == 0 && !near.Any(n => n.Score >= KnowledgeSearch.Sure))
        {
            tally.Vain(scope.County.Code, Words.WithoutNumbers(search.Words, QuestionSearch.Longest), today);
        }

        return Page.Of<QuestionsPage>(http, new QuestionsView(search, found, paging, [.. near.Select(Row)], await Chips(db, search, ct))
        {
            Hot = search.Narrowed ? [] : await db.HotQuestions(today, MostHot, ct),
            Themes = await Themes(matching, ct),
            Units = await Units(db, matching, ct),
        });
    }

    private static async Task<Ok<QuestionsFound>> Answer([AsParameters] QuestionSearch search, HttpContext http, AppDb db, CancellationToken ct)
    {
        var today = http.Act().Today;
        var paging = Paging.Of(search.Page, search.Size, await search.Matching(db, search.Answers(db, today)).CountAsync(ct));
        var rows = await Rows(db, search, today, paging, ct);
        return TypedResults.Ok(new QuestionsFound(paging.Total, paging.Page, paging.Size, rows.ConvertAll(r => new QuestionBody(r.Id, r.Title, r.Answer, r.Unit, r.Theme))));
    }

    private static Task<List<QuestionRow>> Rows(AppDb db, QuestionSearch search, DateOnly today, Paging paging, CancellationToken ct) =>
        QuestionSearch.Lines(db, search.Ordered(db, search.Answers(db, today)).Skip(paging.Skip).Take(paging.Size)).ToListAsync(ct);

    private static QuestionRow Row(Suggestion s) => new() { Id = s.Id, Title = s.Title, Answer = s.Answer, Unit = s.UnitName, Theme = "" };

    private static async Task<IReadOnlyList<QuestionFacet>> Themes(IQueryable<Article> matching, CancellationToken ct) =>
        [.. (await matching.GroupBy(a => a.Class).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct)).OrderByDescending(t => t.Count).ThenBy(t => t.Key, StringComparer.Ordinal).Select(t => new QuestionFacet(t.Key, t.Key, t.Count))];

    private static async Task<IReadOnlyList<QuestionFacet>> Units(AppDb db, IQueryable<Article> matching, CancellationToken ct)
    {
        var counts = await matching.GroupBy(a => a.Unit).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var keys = counts.ConvertAll(c => c.Key);
        var names = await db.UnitRefs.Where(u => keys.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
        return [.. counts.OrderByDescending(c => c.Count).ThenBy(c => c.Key.Value, StringComparer.Ordinal).Select(c => new QuestionFacet(c.Key.Value, names.GetValueOrDefault(c.Key, c.Key.Value), c.Count))];
    }

    private static async Task<List<FilterChip>> Chips(AppDb db, QuestionSearch search, CancellationToken ct)
    {
        var chips = new List<FilterChip>();
        chips.AddRange(search.Words.Length > 0 ? [new FilterChip($"“{search.Words}”", "q")] : []);
        chips.AddRange(QuestionSearch.Clean(search.Theme) is { Length: > 0 } theme ? [new FilterChip($"主题：{theme}", "theme")] : []);
        if (UnitId.TryParse(search.Unit, null, out var unit))
        {
            var name = await db.UnitRefs.Where(u => u.Id == unit).Select(u => u.ShortName).FirstOrDefaultAsync(ct);
            chips.Add(new($"单位：{name ?? unit.Value}", "unit"));
        }

        return chips;
    }
}
