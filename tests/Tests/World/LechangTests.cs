using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Province;
using Yimen.Organization;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Figures;
using Yimen.Platform.Files;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Portal.Inbox;

namespace Yimen.Tests.World;

/// <summary>The demo world recounts to the numbers that the centre's report for 2020 prints, or shows where the report does not reconcile.</summary>
[Collection(nameof(Lechang))]
public sealed class LechangTests(Lechang lechang)
{
    private static readonly FigureScope EndOf2020 = FigureScope.YearTo(new DateOnly(2020, 12, 31));

    private FigureBook Book => lechang.Host.Services.GetRequiredService<FigureBook>();

    public static TheoryData<string, int> Counts { get; } = new()
    {
        { "A01", 35 }, { "A02", 1574 }, { "A04", 23 }, { "A05", 1422 },
        { "B01", 1809 }, { "B02", 1657 }, { "B04", 1483 }, { "B05", 1483 },
        { "E01", 444 }, { "E02", 385 }, { "E03", 285 }, { "E04", 88 }, { "E05", 45 }, { "E06", 803 },
        { "F02", 1275 }, { "F03", 1180 }, { "F05", 434 }, { "F06", 111 },
    };

    public static TheoryData<string, decimal> Rates { get; } = new()
    {
        { "A03", 87.01m },
        { "A06", 90.34m }, // the report prints 81.4, which no reading of its own numbers gives
        { "B03", 91.60m }, // printed as 91.5: truncated
        { "B06", 100 },
        { "F04", 92.55m },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public async Task A_count_of_the_report_is_recounted_and_lists_the_rows_it_counts(string id, int expected)
    {
        var figure = Book.Find(id)!;
        var value = await lechang.Rows(db => Book.Compute(db, figure, EndOf2020, TestContext.Current.CancellationToken));
        var rows = await lechang.Rows(db => figure.Rows!(db, EndOf2020).OrderBy(r => r.Key).ToListAsync());

        Assert.Equal((expected, expected, expected), (value.Value, rows.Count, rows.DistinctBy(r => r.Key).Count()));
        Assert.All(rows, r => Assert.True(r.Title.Length > 0 && r.On <= EndOf2020.AsOf && r.Href!.Length > 10, r.Key));
    }

    [Fact]
    public async Task Every_task_that_waits_is_named_in_the_offices_words()
    {
        var words = lechang.Host.Services.GetRequiredService<TaskWords>();
        var waiting = await lechang.Rows(db => db.Set<InboxTask>().Select(t => new { t.Kind, t.Code }).Distinct().ToListAsync());

        Assert.True(waiting.Count > 30, $"{waiting.Count}");
        Assert.DoesNotContain(waiting, t => words.Find(t.Kind, t.Code) is null);
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public async Task A_rate_divides_the_counts_that_it_names(string id, decimal expected)
    {
        var value = await lechang.Rows(db => Book.Compute(db, Book.Find(id)!, EndOf2020, TestContext.Current.CancellationToken));

        Assert.Equal(expected, value.Value);
    }

    [Fact]
    public async Task Every_window_of_the_hall_is_staffed_and_colleagues_of_one_role_are_pairs()
    {
        var hall = await lechang.Rows(db => (
            from w in db.Windows.AsNoTracking()
            where w.Kind == WindowKind.Comprehensive || w.Kind == WindowKind.Specialised
            select new { w.Code, Seats = db.Set<WindowSeat>().Count(s => s.Window == w.Code && s.To == null) }).ToListAsync());

        Assert.Equal(22, hall.Count);
        Assert.All(hall, w => Assert.True(w.Seats > 0, w.Code));
        Assert.Equal(58, await lechang.Rows(db => db.Set<StandingPair>().CountAsync()));
    }

    [Fact]
    public async Task The_provinces_list_parts_from_the_county_where_the_world_says_so_and_nowhere_else()
    {
        var kinds = await lechang.Rows(db => db.Drifts.AsNoTracking().GroupBy(d => d.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));

        Assert.Equal((8, 3, 3), (kinds[DriftKind.Differs], kinds[DriftKind.MissingThere], kinds[DriftKind.MissingHere]));
    }

    [Fact]
    public async Task Before_the_first_batch_was_offered_nothing_was_claimed()
    {
        var value = await lechang.Rows(db => Book.Compute(db, Book.Find("F04")!, FigureScope.YearTo(new(2018, 12, 31)), TestContext.Current.CancellationToken));

        Assert.Equal((null, 0), (value.Value, value.Numerator));
    }

    [Fact]
    public async Task Every_item_has_its_history_in_the_journal()
    {
        var (items, entries) = await lechang.Rows(async db => (
            await db.Set<Yimen.Catalog.Contracts.ItemRef>().CountAsync(),
            await db.Set<JournalEntry>().Where(j => j.Kind == "item").GroupBy(j => j.MatterId).Select(g => g.Count()).ToListAsync()));

        Assert.Equal(items, entries.Count);
        Assert.All(entries, count => Assert.True(count >= 4)); // claimed, submitted, approved, published
    }

    [Fact]
    public async Task The_declared_one_window_rate_stands_beside_the_computed_one_with_its_reason()
    {
        var declared = await lechang.Rows(db => db.Set<DeclaredFigure>().SingleAsync(d => d.FigureId == "A06"));

        Assert.Equal((81.4m, new DateOnly(2020, 12, 31)), (declared.Value, declared.Through));
        Assert.Contains("与复算不符", declared.Note);
    }

    [Fact]
    public async Task Every_item_of_the_world_would_pass_the_form_and_the_workbook_that_it_is_edited_with()
    {
        var drafts = await lechang.Rows(async db => (await db.Set<ItemVersion>().AsNoTracking().ToListAsync()).ConvertAll(v => v.Draft));

        Assert.True(drafts.Count >= 1809);
        Assert.Empty(drafts.SelectMany(d => ItemFields.Faults(d).Select(f => $"{d.Name} {f.Field}: {f.Message}")).Take(10));
    }

    [Fact]
    public async Task The_most_used_items_carry_the_forms_that_they_speak_of()
    {
        var hot = await lechang.Rows(db => db.Set<Item>().AsNoTracking().Include(i => i.Versions).Where(i => i.HotRank != null).ToListAsync());
        var files = await lechang.Rows(db => db.Set<StoredFile>().AsNoTracking().Where(f => f.MatterKind == "item").ToListAsync());

        var materials = hot.SelectMany(i => i.Versions[^1].Content.Materials).ToList();
        Assert.Equal(materials.Count(m => m.HasBlankForm) + materials.Count(m => m.HasSample), files.Count);
        Assert.NotEmpty(files);
        Assert.All(materials, m => Assert.Equal((m.HasBlankForm, m.HasSample), (m.BlankForm is not null, m.Sample is not null)));
    }

    [Fact]
    public async Task A_company_of_the_world_has_an_agent_whose_mandate_holds()
    {
        var mandate = await lechang.Rows(db => db.Set<Mandate>().SingleAsync());

        Assert.True(mandate.HoldsOn(new DateOnly(2020, 12, 31)));
        Assert.Equal("演示甲", mandate.AgentName);
    }

    [Fact]
    public async Task The_world_is_filled_once_and_stays_a_demo()
    {
        Assert.False(await lechang.Seed());
        Assert.True(lechang.Host.Services.GetRequiredService<CountyDirectory>().Sole!.Demo);
    }
}
