using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Editing;

/// <summary>Reads what was typed into a draft, or says at each field what is wrong; and whose entries the visitor may write.</summary>
internal sealed class ArticleWriting(AppDb db)
{
    /// <summary>The unit and draft that the input makes; null with its faults when it has any.</summary>
    public async Task<(UnitId Unit, ArticleDraft Draft)?> Read(HttpContext http, ArticleInput input, UnitId? owner, List<ArticleFault> faults, CancellationToken ct)
    {
        faults.AddRange(ArticleRules.Check(input, http.Act().Today));
        var unit = owner ?? await Unit(http, input.Unit, faults, ct);
        var (items, wrong) = await ItemLinks.Find(db, unit ?? new UnitId("XX"), [.. ArticleRules.Lines(input.Items).Take(ArticleRules.MostItems)], ct);
        faults.AddRange(wrong);
        return faults.Count > 0 ? null : (unit!.Value, ArticleRules.Draft(input, items));
    }

    /// <summary>The units for which the visitor may write.</summary>
    public async Task<IReadOnlyList<Choice>> Units(HttpContext http, CancellationToken ct)
    {
        var units = db.UnitRefs.Where(u => !u.Closed);
        units = Reach.Units(http.Reach(Rights.Write)) is { } own ? units.Where(u => own.Contains(u.Id)) : units;

        return [.. (await units.OrderBy(u => u.Kind).ThenBy(u => u.CreditCode).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct)).Select(u => new Choice(u.Id.Value, u.ShortName))];
    }

    private async Task<UnitId?> Unit(HttpContext http, string? text, List<ArticleFault> faults, CancellationToken ct)
    {
        if (UnitId.TryParse(text, null, out var unit) && http.May(Rights.Write, unit) && await db.UnitRefs.AnyAsync(u => u.Id == unit && !u.Closed, ct))
        {
            return unit;
        }

        faults.Add(new("unit", "required", "请选择您可以编写的主办单位。"));
        return null;
    }

    public static FormErrors Errors(IEnumerable<ArticleFault> faults)
    {
        var errors = new FormErrors();
        foreach (var fault in faults)
        {
            errors.Add(fault.Field, fault.Message);
        }

        return errors;
    }
}
