using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.Appraisal;

/// <summary>A sheet as its reader may see it.</summary>
internal sealed class AppraisalReading(AppraisalDesk desk, PermissionTable table)
{
    public async Task<AppraisalView> Of(HttpContext http, string key, CancellationToken ct) => Of(http, await desk.Find(http, key, ct));

    public AppraisalView Of(HttpContext http, AppraisalSheet s)
    {
        var (units, names) = (desk.UnitsOf(http), s.Lines.ToDictionary(l => l.Unit, l => l.UnitName));
        bool Theirs(UnitId unit) => units?.Contains(unit) != false;
        string Name(UnitId unit) => names.GetValueOrDefault(unit, unit.Value);
        return new(s.Key, s.Name, s.State, s.Trail.Count, s.CountedAt, s.PublishedOn, s.ObjectBy, s.FinalOn)
        {
            Lines = [.. s.Lines.OrderBy(l => l.Group).ThenBy(l => l.Rank ?? int.MaxValue).ThenByDescending(l => l.Score).ThenBy(l => l.Unit.Value, StringComparer.Ordinal).Select(l => Line(s, l, Theirs(l.Unit)))],
            Exclusions = [.. s.Exclusions.Where(x => Theirs(x.Unit)).OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new AppraisalPointView(x.Id, Name(x.Unit), Label.Of(x.Criterion), x.OrderId, x.Number, x.Why, x.ByName, x.At, x.Allowed, x.Remark, x.DecidedByName, null))],
            Objections = [.. s.Objections.Where(o => Theirs(o.Unit)).OrderBy(o => o.At).ThenBy(o => o.Id).Select(o => new AppraisalPointView(o.Id, Name(o.Unit), Label.Of(o.Criterion), o.OrderId, o.Number, o.Why, o.ByName, o.At, o.Upheld, o.Remark, o.DecidedByName, o.FileId))],
            Receipts = [.. s.Receipts.Where(r => Theirs(r.Unit)).OrderBy(r => r.At).ThenBy(r => r.Id).Select(r => new AppraisalReceiptView(r.Unit.Value, Name(r.Unit), r.ByName, r.At))], Awaited = s.Lines.Count(l => s.Awaits(l.Unit)),
            Rules = s.Rules.Split('\n'), Whole = units is null, MayKeep = http.Visitor.May(table, AppraisalPermissions.Keep), MayAllow = http.Visitor.May(table, AppraisalPermissions.Allow),
        };
    }

    /// <summary>A line that the reader may open.</summary>
    /// <exception cref="NotThere">None, or another unit's.</exception>
    public static AppraisalLineView Opened(AppraisalView sheet, string unit) => sheet.Lines.FirstOrDefault(l => l.Unit == unit && l.Opens) ?? throw new NotThere();

    private static AppraisalLineView Line(AppraisalSheet s, AppraisalLine l, bool whole) => new(l.Unit.Value, l.UnitName, Label.Of(l.Group), l.Rank, l.Score / 100m, l.Closed, l.Honour, whole ? [.. l.Marks.OrderBy(m => m.Criterion).Select(m => Mark(s, l, m))] : []);

    private static AppraisalMarkView Mark(AppraisalSheet s, AppraisalLine l, AppraisalMark m) =>
        new(m.Criterion, Label.Of(m.Criterion), m.Good, m.All, m.All == 0 && !m.Criterion.Deducts() ? null : m.Points / 100m, m.Full / 100m, $"{s.Href}/units/{l.Unit.Value}/{m.Criterion}");
}
