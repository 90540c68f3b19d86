using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Guide;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;

namespace Yimen.Catalog.Registry;

/// <summary>事项 — all that is known of one item, as the desk reads it. <c>?version=2</c> shows an earlier edition.</summary>
internal static class ShowItem
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/items/{id:guid}", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(Guid id, int? version, HttpContext http, AppDb db, JournalChanges changes, TimeProvider time, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        var shown = version is null ? item.Working ?? item.Published ?? item.Versions.MaxBy(v => v.Number)! : item.Versions.FirstOrDefault(v => v.Number == version) ?? throw new NotThere();
        var story = await db.Story(changes, item.Ref, ct);
        return Page.Of<ItemPage>(http, new ItemView(item.Id, shown.Name, item.HandlingCode, item.State)
        {
            Inherited = await Inherited(db, item, ct),
            Version = Line(shown, shown),
            Versions = [.. item.Versions.OrderByDescending(v => v.Number).Select(v => Line(v, shown))],
            Sections = [.. ItemFields.Sections.Select(s => new SectionView(s.Slug, s.Title, [.. s.Fields.Select(f => (f.Label, f.Shown(f.Read(shown.Draft))))]))],
            Rows = [.. ItemRows.Groups.Select(g => new RowsView(g.Slug, g.Title, g.Labels, [.. g.Read(shown.Draft).Select(g.Shown)]))],
            Forms = [.. shown.Content.Materials.SelectMany(m => GuideWords.Files(m).Select(f => ($"{m.Name}：{f.Word}", f.File)))],
            Holdings = await db.Holdings(id, time.Today(), ct),
            DaysInForce = [.. item.DaysInForce.OrderBy(d => d.From).Select(d => $"第{item.Versions.First(v => v.Id == d.VersionId).Number}版：{Words.Span(d.From, d.To)}")],
            Timeline = story,
            Verbs = [.. ItemVerbs.Of(item, http)],
            Faults = item.Working is { } open ? [.. PublishGate.Faults(open.Draft, item.Type)] : [],
            Returned = item.Working?.State == VersionState.Editing ? await LastReturn(db, item, ct) : null,
            MayBind = item.State != ItemState.Cancelled && http.May(Rights.Bind, item.Unit, item.Area),
            MayEdit = shown.State == VersionState.Editing && http.May(Rights.Edit, item.Unit, item.Area),
        });
    }

    private static VersionLine Line(ItemVersion version, ItemVersion shown) => new(version.Number, version.State, version.Name, version.EditedAt, version.ProvincialId is { } id ? $"省目录 {id} 第 {version.ProvincialVersion} 版" : null, version == shown);

    /// <summary>What comes from above and is read-only here.</summary>
    internal static async Task<IReadOnlyList<(string Term, string Value)>> Inherited(AppDb db, Item item, CancellationToken ct)
    {
        var basic = await db.BasicItems.AsNoTracking().FirstOrDefaultAsync(b => b.Code == item.BasicCode, ct);
        var unit = await db.UnitRefs.FirstOrDefaultAsync(u => u.Id == item.Unit, ct);
        return
        [
            ("主项名称", basic?.MainName ?? "—"), ("基本编码", item.BasicCode), ("实施编码", item.HandlingCode[..^2]), ("业务办理项编码", item.HandlingCode),
            ("事项类型", Words.TypeOf(item.Type)), ("行使层级", Words.LevelOf(item.Level)), ("实施机构", unit?.Name ?? item.Unit.Value), ("主管部门", basic?.Department is { Length: > 0 } d ? d : "—"),
            ("设定依据（基本目录）", basic?.LegalBasis is { Length: > 0 } b ? b : "—"), ("基本目录版本", basic is null ? "—" : $"第{basic.Version}版"),
        ];
    }

    private static async Task<string?> LastReturn(AppDb db, Item item, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == item.Ref.Kind && j.MatterId == item.Id && j.Verb != Label.Of(VersionVerb.Edit))
            .OrderByDescending(j => j.Number).FirstOrDefaultAsync(ct);
        return last?.Verb == Label.Of(VersionVerb.Return) ? $"{last.ActorName}：{last.Reason}" : null;
    }
}
