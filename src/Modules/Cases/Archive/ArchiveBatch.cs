using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Archive;

/// <summary>One case of the pile: what is typed stands beside it until it is confirmed.</summary>
public sealed record PileLine(Guid Id, int Version, string Number, string Item, string Applicant, string Ending, string FileNumber, string Leaves, bool Ticked)
{
    public string FileField => $"file-{Id:N}";

    public string LeavesField => $"leaves-{Id:N}";
}

/// <param name="Place">One for the pile: a box is put on one shelf.</param>
public sealed record PileView(IReadOnlyList<PileLine> Lines, string Place, int Years, FormErrors Errors);

public sealed record PiledView(IReadOnlyList<BatchOutcome> Outcomes);

/// <summary>批量归档 — a pile of ended cases: ticked and numbered, read over once more, then put away, each in its own write.</summary>
internal static class ArchiveBatch
{
    private const string Here = ListUnarchived.Here + "/batch";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, [AsParameters] UnarchivedFilter filter, Pile pile, CancellationToken ct) =>
            Page.Of<ArchiveBatchPage>(http, await pile.View(http, filter, new(), ct))).RequirePermission(CasePermissions.Archive);
        app.MapPost(Here, Post).RequirePermission(CasePermissions.Archive);
    }

    private static async Task<IResult> Post(HttpContext http, [AsParameters] UnarchivedFilter filter, IFormCollection form, Pile pile, CaseBatch batch, ArchiveCase.Archiving archiving, CancellationToken ct)
    {
        var (view, errors) = (await pile.View(http, filter, new(), ct), new FormErrors());
        if (form["step"] == "back")
        {
            return Page.Of<ArchiveBatchPage>(http, view);
        }

        Check(view, errors);
        if (errors.Count > 0)
        {
            return Page.Again<ArchiveBatchPage>(http, view with { Errors = errors });
        }

        var ticked = view.Lines.Where(l => l.Ticked).ToList();
        if (form["step"] != "confirmed")
        {
            return Page.Of<ArchiveConfirmPage>(http, view with { Lines = ticked });
        }

        var outcomes = new List<BatchOutcome>();
        foreach (var line in ticked)
        {
            var input = new ArchiveInput(line.FileNumber, view.Place, int.Parse(line.Leaves, CultureInfo.InvariantCulture));
            outcomes.Add(await batch.Do(http, line.Id, CasePermissions.Archive, archiving.Change(input, ct) with { Version = line.Version }, ct));
        }

        return Page.Of<ArchivedPage>(http, new PiledView(outcomes));
    }

    private static void Check(PileView pile, FormErrors errors)
    {
        var (ticked, numbers) = (pile.Lines.Where(l => l.Ticked).ToList(), new HashSet<string>());
        if (ticked.Count == 0)
        {
            errors.Add("", "请勾选要归档的办件。");
        }

        if (pile.Place.Length == 0)
        {
            errors.Add("place", "请填写纸质材料的存放位置；没有纸质材料的写“无纸质”。");
        }

        foreach (var line in ticked)
        {
            if (line.FileNumber.Length == 0 || !numbers.Add(line.FileNumber))
            {
                errors.Add(line.FileField, line.FileNumber.Length == 0 ? $"请填写 {line.Number} 的档号。" : $"档号 {line.FileNumber} 填了两次，一件一个档号。");
            }

            if (!int.TryParse(line.Leaves, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves) || leaves > 9999)
            {
                errors.Add(line.LeavesField, $"请填写 {line.Number} 的页数，没有纸质材料的填 0。");
            }
        }
    }

    /// <summary>What the pile's pages show: the stretch of the list that it was begun from, or the cases that were posted.</summary>
    internal sealed class Pile(AppDb db, PermissionTable table)
    {
        public async Task<PileView> View(HttpContext http, UnarchivedFilter filter, FormErrors errors, CancellationToken ct)
        {
            var years = (await db.LimitsOn(http.Act().Today, ct))[CaseLimitCode.Retention];
            var found = ListUnarchived.Found(http, filter, db, table, CasePermissions.Archive);
            if (http.Request.HasFormContentType)
            {
                return await Posted(http, years, errors, ct);
            }

            var paging = Paging.Of(filter.Page, filter.Size, await found.CountAsync(ct));
            var rows = await found.Skip(paging.Skip).Take(paging.Size).Include(c => c.Materials).AsSplitQuery().ToListAsync(ct);
            // the receipt's number serves as the file's number where the archive has no scheme of its own
            return new([.. rows.Select(c => Line(c, c.Trail.Count, c.Number, c.Materials.Any(m => m.OnPaper) ? "" : "0", ticked: true))], "", years, errors);
        }

        private async Task<PileView> Posted(HttpContext http, int years, FormErrors errors, CancellationToken ct)
        {
            var (ticked, form) = (TickedCase.Of(http.Request.Form).ToDictionary(t => t.Id, t => t.Seen), http.Request.Form);
            List<Guid> shown = [.. form["shown"].Select(s => Guid.TryParse(s, out var id) ? id : Guid.Empty).Concat(ticked.Keys).Where(i => i != Guid.Empty).Distinct().Take(Paging.Sizes[^1])];
            var rows = await db.Cases.AsNoTracking().Real.Within(http.Visitor, table, CasePermissions.Archive).Where(c => shown.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
            var lines = shown.Where(rows.ContainsKey).Select(id => Line(rows[id], ticked.GetValueOrDefault(id, rows[id].Trail.Count), http.Request.Text($"file-{id:N}", 40), http.Request.Text($"leaves-{id:N}", 4), ticked.ContainsKey(id)));
            return new([.. lines], http.Request.Text("place", 100), years, errors);
        }

        private static PileLine Line(Case c, int version, string file, string leaves, bool ticked) =>
            new(c.Id, version, c.Number, c.ItemName, c.Applicant.Shown, Label.Of(c.State), file, leaves, ticked);
    }
}
