using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Api;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Bulletins;

/// <summary>Why a bulletin is withdrawn.</summary>
public sealed record BulletinWithdrawalInput([property: Required(ErrorMessage = "请填写撤回的理由 reason。"), MinLength(5, ErrorMessage = "请写清撤回的理由，不少于 5 个字。"), MaxLength(ShowIssuedBulletin.Most, ErrorMessage = "理由不能超过 500 个字。")] string? Reason);

/// <summary>Another edition of the same period.</summary>
public sealed record BulletinEdition(Guid Id, string Serial, BulletinState State, DateOnly IssuedOn);

/// <summary>An issued bulletin: what was stored, and what became of it.</summary>
/// <param name="Position">The journal's row up to which everything is counted.</param>
/// <param name="IsWhole">Whether the stored text is still the one whose SM3 the journal holds.</param>
public sealed record IssuedBulletinView(Guid Id, string Serial, int Edition, BulletinState State, int Version, string Name, DateOnly IssuedOn, DateTimeOffset IssuedAt, string IssuedByName, long Position, string Digest, bool IsWhole)
{
    public required string Foreword { get; init; }

    public required BulletinView Content { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The member units that it went to.</summary>
    public required IReadOnlyList<string> To { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public string WithdrawnByName { get; init; } = "";

    public string WithdrawnWhy { get; init; } = "";

    /// <summary>The other editions of the period that the reader may read.</summary>
    public required IReadOnlyList<BulletinEdition> Others { get; init; }

    /// <summary>What a count of today says otherwise; null for who may not count.</summary>
    public IReadOnlyList<BulletinDifference>? Differences { get; init; }

    [JsonIgnore]
    public bool MayWithdraw { get; init; }

    [JsonIgnore]
    public bool MayIssue { get; init; }

    [JsonIgnore]
    public BulletinLinks Links { get; init; } = BulletinLinks.All;

    [JsonIgnore]
    public string Reason { get; init; } = "";

    [JsonIgnore]
    public FormErrors Errors { get; init; } = new();

    public string Href => $"{ListBulletins.Here}/{Id}";
}

/// <summary>一期印发的通报 — page, Word file and workbook of what was stored; to the office also what a count of today says otherwise; 撤回 with a reason.</summary>
internal static class ShowIssuedBulletin
{
    public const int Most = 500;
    private const int Least = 5;
    private const string One = ListBulletins.Here + "/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(One, async (HttpContext http, Guid id, IssuedReading reading, CancellationToken ct) => Page.Of<IssuedBulletinPage>(http, await reading.Of(http, id, ct))).RequirePermission(ReportPermissions.ReadIssued);
        app.MapGet("/api/v1/bulletins/issues/{id:guid}", async Task<Ok<IssuedBulletinView>> (HttpContext http, Guid id, IssuedReading reading, CancellationToken ct) =>
        {
            var view = await reading.Of(http, id, ct);
            http.TellVersion(view.Version);
            return TypedResults.Ok(view);
        }).RequirePermission(ReportPermissions.ReadIssued).Described("一期印发的热线通报：存档的数字、规则、送达单位，热线办另有与现在统计的差异");
        app.MapGet(One + "/docx", Docx).RequirePermission(ReportPermissions.ReadIssued);
        app.MapGet(One + "/xlsx", async (HttpContext http, Guid id, IssuedReading reading, CancellationToken ct) =>
            await reading.Stored(http, id, ct) is var view ? Sheet.Of($"{view.Name}（{view.Serial}）.xlsx", BulletinSheets.Of(view)) : throw new NotThere()).RequirePermission(ReportPermissions.ReadIssued);
        app.MapPost(One + "/withdrawal", Withdraw).RequirePermission(ReportPermissions.Issue);
        app.MapPost("/api/v1/bulletins/issues/{id:guid}/withdrawal", async Task<Ok<IssuedBulletinView>> (HttpContext http, Guid id, BulletinWithdrawalInput input, BulletinDesk desk, IssuedReading reading, CancellationToken ct) =>
        {
            await desk.Withdraw(http, id, input.Reason, ct);
            return TypedResults.Ok(await reading.Of(http, id, ct));
        }).RequirePermission(ReportPermissions.Issue).Described("撤回一期热线通报");
    }

    private static async Task<IResult> Docx(HttpContext http, Guid id, IssuedReading reading, CountyScope scope, CancellationToken ct)
    {
        var view = await reading.Stored(http, id, ct);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(DocumentDocx.Draft(BulletinPaper.Of(view, scope.County.Name), scope.County.Demo, view.Serial), DocumentDocx.ContentType, FileName.Clean($"{view.Name}（{view.Serial}）.docx"));
    }

    private static async Task<IResult> Withdraw(HttpContext http, Guid id, IFormCollection form, BulletinDesk desk, IssuedReading reading, CancellationToken ct)
    {
        var (reason, errors) = (form["reason"].FirstOrDefault()?.Trim() ?? "", new FormErrors());
        if (reason.Length is < Least or > Most)
        {
            errors.Add("reason", $"请写清撤回的理由，{Least} 至 {Most} 个字，现有 {reason.Length} 个字。");
            return Page.Again<IssuedBulletinPage>(http, await reading.Of(http, id, ct) with { Reason = reason, Errors = errors });
        }

        await desk.Withdraw(http, id, reason, ct);
        return Page.Then(http, $"{ListBulletins.Here}/{id}", "通报已撤回，送达的单位已收到站内消息；可以重新印发。");
    }
}

/// <summary>An issued bulletin as its reader may see it.</summary>
internal sealed class IssuedReading(AppDb db, BulletinDesk desk, BulletinReading reading, PermissionTable table)
{
    /// <summary>With what a count of today says otherwise, for who may count.</summary>
    public async Task<IssuedBulletinView> Of(HttpContext http, Guid id, CancellationToken ct)
    {
        var view = await Stored(http, id, ct);
        var period = BulletinPeriod.Parse(view.Content.Key, http.Act().Today)!;
        var counts = http.Visitor.May(table, ReportPermissions.ReadBulletins);
        return view with { Differences = counts ? BulletinDifferences.Of(view.Content, await reading.Of(period, http.Act().Today, ct)) : null };
    }

    public async Task<IssuedBulletinView> Stored(HttpContext http, Guid id, CancellationToken ct)
    {
        var b = await desk.Find(http, id, ct);
        var content = BulletinContent.Read(b.Content);
        var others = await db.Set<Bulletin>().AsNoTracking().Within(http, table).Where(o => o.Period == b.Period && o.Id != b.Id).OrderBy(o => o.Edition).Select(o => new { o.Id, o.Year, o.Sequence, o.Edition, o.State, o.IssuedOn }).ToListAsync(ct);
        var may = http.Visitor.May(table, ReportPermissions.Issue);
        return new(b.Id, b.Serial, b.Edition, b.State, b.Trail.Count, b.Name, b.IssuedOn, b.IssuedAt, b.IssuedByName, b.Position, b.Digest, b.IsWhole)
        {
            Foreword = b.Foreword, Content = content, Rules = b.Rules.Split('\n'), To = [.. b.To.OrderBy(t => t.Id).Select(t => t.UnitName)], WithdrawnOn = b.WithdrawnOn, WithdrawnByName = b.WithdrawnByName, WithdrawnWhy = b.WithdrawnWhy,
            Others = [.. others.Select(o => new BulletinEdition(o.Id, Bulletin.SerialOf(o.Year, o.Sequence, o.Edition), o.State, o.IssuedOn))],
            MayWithdraw = may && Bulletin.Lifecycle.Can(b.State, BulletinVerb.Withdraw), MayIssue = may && b.State == BulletinState.Withdrawn && others.TrueForAll(o => o.State == BulletinState.Withdrawn),
            Links = new(http.Visitor.May(table, ReportPermissions.ReadBulletins), await Opens(http, content, ct)),
        };
    }

    // a unit opens the orders that are its own
    private Task<HashSet<Guid>> Opens(HttpContext http, BulletinView content, CancellationToken ct) =>
        db.Orders.Opening(http.Visitor, table, [.. content.Complaints.Select(c => BulletinLinks.OrderOf(c.Href)).OfType<Guid>()], ct);
}
