using Microsoft.AspNetCore.Http;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Correction;

/// <summary>The lines of a correction notice as they are typed: a field for each material, one for the application itself.</summary>
internal static class FlawForm
{
    private const int Longest = 500;

    public static IReadOnlyList<FlawRow> Rows(HttpRequest request, Case c) =>
    [
        .. c.Materials.OrderBy(m => m.Order).Select(m => new FlawRow(m.Order, m.Name, m.Words, Typed(request, m.Order, Marked(c, m)))),
        new FlawRow(0, "申请内容", "", Typed(request, 0)),
    ];

    public static IReadOnlyList<Flaw> Read(HttpRequest request, Case c, FormErrors errors)
    {
        var flaws = Rows(request, c).Where(r => r.Text.Length > 0).Select(r => new Flaw(r.Order, r.Name, r.Text)).ToList();
        foreach (var long_ in flaws.Where(f => f.What.Length > Longest))
        {
            errors.Add($"flaw-{long_.Material}", $"每项不能超过 {Longest} 个字。");
        }

        if (flaws.Count == 0)
        {
            errors.Add("flaw-1", "请至少写明一项需要补正的内容。");
        }

        return flaws;
    }

    private static string Typed(HttpRequest request, int order, string otherwise = "") => request.HasFormContentType ? request.Form[$"flaw-{order}"].FirstOrDefault()?.Trim() ?? "" : otherwise;

    // what was marked on the material is the first wording of the notice
    private static string Marked(Case c, CaseMaterial m) => string.Join("；", c.Marks.Where(k => k.Order == m.Order).OrderBy(k => k.Page).ThenBy(k => k.At).Select(k => k.InWords));
}
