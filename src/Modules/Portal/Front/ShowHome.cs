using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Portal.Front;

/// <summary>门户首页 — one question, two doors, what most people come for, and where a matter stands.</summary>
internal static class ShowHome
{
    private const int MostUsed = 12;
    private const int ThemesOfDoor = 8;
    private const int Questions = 8;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", Show).PublicPage().ExcludeFromDescription();

    private static async Task<IResult> Show(HttpContext http, AppDb db, CountyScope scope, Calendars calendars, CancellationToken ct)
    {
        var today = http.Act().Today;
        var items = await db.MostUsedItems(MostUsed, ct);
        var clock = await calendars.Of(scope.County, db, ct);
        return Page.Of<HomePage>(http, new HomeView
        {
            MostUsed = items,
            PersonThemes = [.. (await db.ThemeCounts(false, ct)).Take(ThemesOfDoor)],
            CorporateThemes = [.. (await db.ThemeCounts(true, ct)).Take(ThemesOfDoor)],
            Items = await db.PublicItems(ct),
            Questions = await db.MostAskedQuestions(today, Questions, ct),
            CrossRegion = await db.CrossRegionItems(today, ct),
            Centre = await CentreReading.Of(db, ct),
            WorksToday = clock.Calendar.IsWorkday(today),
            NextWorkday = clock.Calendar.NextWorkday(today),
        });
    }
}

public sealed record HomeView
{
    public required IReadOnlyList<ItemLine> MostUsed { get; init; }

    public required IReadOnlyList<Facet> PersonThemes { get; init; }

    public required IReadOnlyList<Facet> CorporateThemes { get; init; }

    public required int Items { get; init; }

    /// <summary>Most asked lately; empty where the county has no public answers.</summary>
    public required IReadOnlyList<QuestionLine> Questions { get; init; }

    /// <summary>全市通办 items; the zone shows only if there are any.</summary>
    public required int CrossRegion { get; init; }

    public required CentreView? Centre { get; init; }

    public required bool WorksToday { get; init; }

    public required DateOnly NextWorkday { get; init; }
}
