using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Catalog.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Impacts;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Preview;

/// <summary>变更预览 — before publishing: old and new side by side, and which windows, cases and figures are touched.</summary>
internal static class PreviewItem
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/items/{id:guid}/preview", Show).RequirePermission(Rights.Read);

    private static async Task<IResult> Show(Guid id, HttpContext http, AppDb db, IEnumerable<Impact> impacts, CancellationToken ct) =>
        Page.Of<PreviewPage>(http, await View(id, http, db, impacts, ct));

    internal static async Task<PreviewView> View(Guid id, HttpContext http, AppDb db, IEnumerable<Impact> impacts, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Read, ct);
        var open = item.Open();
        var groups = new List<ImpactGroup>();
        foreach (var impact in impacts)
        {
            groups.Add(new(impact.Kind, await impact.Of(db, id, ct)));
        }

        var atCentre = open.State == VersionState.CentreReview && http.May(Rights.Publish, item.Unit, item.Area);
        return new PreviewView(id, open.Name, open.Number, item.Published?.Number, item.Trail.Count)
        {
            Differences = [.. ItemDifference.Between(item.Published?.Draft ?? new ItemDraft { Name = "" }, open.Draft).Select(c => new FieldPair(c.Field, c.New, c.Old))],
            Impacts = groups,
            Faults = [.. PublishGate.Faults(open.Draft, item.Type)],
            MayPublish = atCentre,
            MayReturn = atCentre,
            Input = new() { ProvincialId = item.Published?.ProvincialId, ProvincialVersion = $"{(item.Published?.ProvincialVersion ?? 0) + 1}" },
        };
    }
}
