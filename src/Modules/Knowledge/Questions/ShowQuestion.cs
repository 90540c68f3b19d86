using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Use;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Knowledge.Questions;

/// <summary>One answer as the public reads it.</summary>
public sealed record QuestionView(Guid Id, string Title, string Answer)
{
    public required string LegalBasis { get; init; }

    public required string Theme { get; init; }

    public required string Unit { get; init; }

    public required string UnitCode { get; init; }

    public required string Phone { get; init; }

    /// <summary>The day on which its owner last answered for it.</summary>
    public required DateOnly LookedOn { get; init; }

    public required DateOnly? ValidTo { get; init; }

    /// <summary>Guides of the items that it speaks of.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Items { get; init; }

    public required IReadOnlyList<QuestionRow> Others { get; init; }

    public string Href => $"/questions/{Id}";
}

/// <summary>一条问答 — on the screen and on paper. What was taken down or has expired is not found, whatever link leads to it.</summary>
internal static class ShowQuestion
{
    private const int MostOthers = 6;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/questions/{id:guid}", Show).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/questions/{id:guid}/sheet", async (Guid id, HttpContext http, AppDb db, CancellationToken ct) =>
            Page.Of<QuestionSheet>(http, await View(db, id, http.Act().Today, ct))).PublicPage().ExcludeFromDescription();
        app.MapGet("/api/v1/public/questions/{id:guid}", Answer).AllowAnonymous().WithTags("public").WithName("getQuestion").WithSummary("查看一条公开的问答");
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, AppDb db, Tally tally, CountyScope scope, CancellationToken ct)
    {
        var today = http.Act().Today;
        var view = await View(db, id, today, ct);
        tally.Read(scope.County.Code, id, today);
        return Page.Of<QuestionPage>(http, view);
    }

    private static async Task<Ok<QuestionBody>> Answer(Guid id, HttpContext http, AppDb db, CancellationToken ct)
    {
        var view = await View(db, id, http.Act().Today, ct);
        return TypedResults.Ok(new QuestionBody(id, view.Title, view.Answer, view.Unit, view.Theme));
    }

    private static async Task<QuestionView> View(AppDb db, Guid id, DateOnly today, CancellationToken ct)
    {
        var row = await (from a in db.Articles.AsNoTracking().AnsweringOn(today).ForThePublic
                         where a.Id == id
                         join v in db.ArticleVersions on a.Current equals v.Id
                         join u in db.UnitRefs on a.Unit equals u.Id
                         select new { a.Title, v.Answer, v.LegalBasis, a.Class, a.Unit, u.Name, u.ConsultPhone, a.LookedAt, a.ValidTo }).FirstOrDefaultAsync(ct) ?? throw new NotThere();
        var items = await (from l in db.Set<ArticleItem>()
                           where l.ArticleId == id
                           join i in db.ItemRefs on l.ItemId equals i.Id
                           where i.State == ItemState.InForce || i.State == ItemState.Suspended
                           orderby i.BasicCode, i.Handling
                           select new { i.Id, i.Name }).ToListAsync(ct);
        var others = db.Articles.AsNoTracking().AnsweringOn(today).ForThePublic.Where(a => a.Class == row.Class && a.Id != id).OrderByDescending(a => a.Unit == row.Unit).ThenBy(a => a.Title).ThenBy(a => a.Id);
        return new(id, row.Title, row.Answer)
        {
            LegalBasis = row.LegalBasis, Theme = row.Class, Unit = row.Name, UnitCode = row.Unit.Value, Phone = row.ConsultPhone, LookedOn = Kernel.ChinaTime.DateOf(row.LookedAt), ValidTo = row.ValidTo,
            Items = [.. items.Select(i => (i.Id, i.Name))],
            Others = await QuestionSearch.Lines(db, others.Take(MostOthers)).ToListAsync(ct),
        };
    }
}
