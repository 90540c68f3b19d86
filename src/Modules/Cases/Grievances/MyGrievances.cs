using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>A grievance as whoever wrote it sees it.</summary>
/// <param name="Told">Closed: the answer and what was changed are told. An answer that the centre has not yet examined is not the answer.</param>
/// <param name="Declined">Not taken up: the reason is told.</param>
public sealed record TheirGrievanceView(GrievanceView Of, bool Told, bool Declined)
{
    public string State => Told ? "已答复" : Declined ? "不予登记" : "正在处理";

    public Tone Tone => Told || Declined ? Of.Tone : Tone.Active;

    internal static TheirGrievanceView As(Grievance g, GrievanceView view) => new(view, g.State == GrievanceState.Closed, g.State == GrievanceState.Declined);

    internal static string Words(GrievanceState state) => state switch { GrievanceState.Closed => "已答复", GrievanceState.Declined => "不予登记", _ => "正在处理" };
}

public sealed record MyGrievanceRow(Guid Id, string Number, string About, string State, Tone Tone, DateTimeOffset At);

public sealed record MyGrievancesView(IReadOnlyList<MyGrievanceRow> Rows, Paging Paging);

/// <summary>我的反映 — what an account wrote itself, with state and answer.</summary>
internal static class MyGrievances
{
    public const string Here = "/my/grievances";

    public static readonly MatterList List = new(16, "办不成事反映", Here, "您还没有反映过办不成的事。", Newest);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).RequireAuthorization();
        app.MapGet(Here + "/{id:guid}", One).RequireAuthorization();
    }

    private static async Task<IResult> Show(HttpContext http, string? page, string? size, AppDb db, CancellationToken ct)
    {
        var mine = Of(db, http.Visitor.Actor.AccountId);
        var paging = Paging.Of(page, size, await mine.CountAsync(ct));
        return Page.Of<MyGrievancesPage>(http, new MyGrievancesView([.. (await mine.Skip(paging.Skip).Take(paging.Size).ToListAsync(ct)).Select(Row)], paging));
    }

    private static async Task<IResult> One(HttpContext http, Guid id, AppDb db, GrievanceDesk desk, GrievanceReading reading, CancellationToken ct)
    {
        var me = http.Visitor.Actor.AccountId;
        var found = await db.Grievances.AsNoTracking().Whole.FirstOrDefaultAsync(g => g.Id == id && g.AccountId == me, ct) ?? throw new NotThere();
        return Page.Of<MyGrievancePage>(http, TheirGrievanceView.As(found, await reading.View(found, await desk.Clock(ct), http.Act().Today, ct)));
    }

    private static async Task<MatterPage> Newest(AppDb db, Actor actor, int take, CancellationToken ct)
    {
        var mine = Of(db, actor.AccountId);
        var rows = (await mine.Take(take).ToListAsync(ct)).Select(Row);
        return new(await mine.CountAsync(ct), [.. rows.Select(r => new MatterLine(r.About, $"{Here}/{r.Id}", r.Number, r.State, r.Tone, r.At))]);
    }

    private static IQueryable<Grievance> Of(AppDb db, Guid account) => db.Grievances.AsNoTracking().Where(g => g.AccountId == account).OrderByDescending(g => g.RecordedAt).ThenBy(g => g.Id);

    private static MyGrievanceRow Row(Grievance g) => new(g.Id, g.Number, g.ItemName.Length > 0 ? g.ItemName : g.Matter.Length > 40 ? g.Matter[..40] + "…" : g.Matter, TheirGrievanceView.Words(g.State),
        g.State is GrievanceState.Closed or GrievanceState.Declined ? GrievanceReading.ToneOf(g.State) : Tone.Active, g.RecordedAt);
}
