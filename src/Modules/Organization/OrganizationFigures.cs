using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Organization;

/// <summary>The figures this room answers for; ids as in the report (domain A1).</summary>
internal static class OrganizationFigures
{
    public static readonly IReadOnlyList<Figure> All =
    [
        Windows("I01", "专业窗口", WindowKind.Specialised, "时点当日在办事大厅开放的专业窗口数：已设立（设立日期不晚于时点）且尚未关闭（关闭日期晚于时点）。每个窗口号计一个。"),
        Windows("I02", "综合窗口", WindowKind.Comprehensive, "时点当日在办事大厅开放的综合窗口数：已设立（设立日期不晚于时点）且尚未关闭（关闭日期晚于时点）。每个窗口号计一个。"),
    ];

    private static Figure Windows(string id, string name, WindowKind kind, string definition) =>
        Figure.Count(id, name, "个", definition, (db, scope) => Standing(db, kind, scope).Select(w => new FigureRow
        {
            Key = w.Code,
            Title = w.Code + " " + w.Name,
            Detail = w.Place,
            On = w.OpenedOn,
            Href = "/desk/windows/" + w.Code,
        })) with
        { Group = "窗口", Standing = true, By = FigureBy.Unit | FigureBy.Window };

    private static IQueryable<Window> Standing(AppDb db, WindowKind kind, FigureScope scope)
    {
        var (asOf, unit, window) = (scope.AsOf, scope.Unit, scope.Window);
        return db.Windows.Where(w => w.Kind == kind && w.OpenedOn <= asOf && (w.ClosedOn == null || w.ClosedOn > asOf)
            && (unit == null || w.Unit == unit) && (window == null || w.Code == window));
    }
}
