using OrderLimits = Yimen.Platform.Limits.Limits<Yimen.Hotline.Limits.OrderLimitCode>;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Figures;
using Yimen.Platform.Limits;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>热线考核: counted, published, objected to, final. Each test has its own town: the month is one for all.</summary>
public sealed class AppraisalTests : IAsyncLifetime
{
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_sheet_counts_what_the_figures_count_and_every_mark_opens_its_rows()
    {
        await Month();
        await town.Drafted();

        var sheet = await town.Sheet();
        var line = Assert.Single(sheet.Lines, l => l.Unit == TownPeople.Market);
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        foreach (var mark in line.Marks.Where(m => m.Criterion != Criterion.Knowledge))
        {
            var scope = AppraisalCounting.ScopeOf(sheet.Month) with { Unit = TownPeople.Market };
            var value = await town.Rows(db => book.Compute(db, book.Find(mark.Criterion.FigureOf())!, scope, Ct));
            Assert.Equal((mark.Criterion, mark.All), (mark.Criterion, (int)value.Numerator));
        }

        Assert.Equal((4, 3), (line.Of(Criterion.Solved)!.All, line.Of(Criterion.Solved)!.Good));
        Assert.Equal(1, line.Rank);
        var page = await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync($"{AppraisalTown.Here}/units/SCJG", Ct));
        var links = page.QuerySelectorAll("main td a[href*='/units/SCJG/']").Select(a => a.GetAttribute("href")!).ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, await town.StatusOf("hotline1", link));
        }
    }

    [Fact]
    public async Task An_objection_that_holds_takes_the_order_out_and_the_sheet_is_counted_anew()
    {
        var bad = await Month();
        await town.Drafted();
        await town.Published();
        var number = (await town.Order(bad)).Number;
        var before = (await town.Sheet()).Lines.Single(l => l.Unit == TownPeople.Market).Score;

        using var asked = await town.Object(number);
        var objection = Assert.Single((await town.Sheet()).Objections);
        using var answered = await town.Post("hotline1", $"{AppraisalTown.Here}/objections/{objection.Id}", $"{AppraisalTown.Here}/objections/{objection.Id}", ("answer", "yes"), ("remark", "核实后同意"));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (asked.StatusCode, answered.StatusCode));
        var after = await town.Sheet();
        Assert.True(after.Lines.Single(l => l.Unit == TownPeople.Market).Score > before);
        Assert.Equal((3, 3), (after.Lines.Single(l => l.Unit == TownPeople.Market).Of(Criterion.Solved)!.All, after.Lines.Single(l => l.Unit == TownPeople.Market).Of(Criterion.Solved)!.Good));
        Assert.Equal(["生成考核表", "公布考核结果", "提出申诉", "申诉成立"], await town.JournalOf(after.Id));
    }

    [Fact]
    public async Task A_final_sheet_stays_as_it_was_and_its_ranks_make_the_red_list()
    {
        await Month();
        await town.Drafted();
        await town.Published();
        Assert.DoesNotContain("finalisation", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(AppraisalTown.Here, Ct))).Body!.InnerHtml);
        using var early = await (await town.SignedIn("hotline1")).PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/finalisation", new { }, Ct);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode); // the days for objections run
        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 14, 1, 0, 0, TimeSpan.Zero));

        using var final = await town.Post("hotline1", AppraisalTown.Here, $"{AppraisalTown.Here}/finalisation");

        Assert.Equal(HttpStatusCode.SeeOther, final.StatusCode);
        var sheet = await town.Sheet();
        var line = sheet.Lines.Single(l => l.Unit == TownPeople.Market);
        Assert.Equal((AppraisalState.Final, new DateOnly(2020, 12, 14)), (sheet.State, sheet.FinalOn));
        Assert.Contains("考核：按时办结（分）：30（2019-01-01 起", sheet.Rules);
        Assert.Equal(8750, line.Score); // 10 + 30 + 18.75 + 11.25 of the 80 points that could be earned
        Assert.Null(line.Honour); // neither ninety nor below eighty
        Assert.Contains("没有列入红榜的单位", await town.TextOf("market-liaison", "/desk/appraisals/honours"));
        Assert.DoesNotContain("考核定稿", (await Town.PageOf(await (await town.SignedIn("hotline1")).GetAsync(AppraisalTown.Here, Ct))).QuerySelector("main")!.QuerySelectorAll("button").Select(b => b.TextContent));
        Assert.Empty(await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == sheet.Id && t.ClosedAt == null).ToListAsync()));
    }

    [Fact]
    public async Task An_exclusion_is_proposed_by_the_office_and_allowed_by_somebody_else()
    {
        var bad = await Month();
        await town.Drafted();
        var number = (await town.Order(bad)).Number;
        using var asked = await town.Post("hotline1", $"{AppraisalTown.Here}/units/SCJG", $"{AppraisalTown.Here}/units/SCJG/exclusions", ("criterion", "Solved"), ("number", number), ("why", "诉求超出政策范围"));
        using var again = await town.Post("hotline1", $"{AppraisalTown.Here}/units/SCJG", $"{AppraisalTown.Here}/units/SCJG/exclusions", ("criterion", "Solved"), ("number", number), ("why", "诉求超出政策范围"));
        using var unasked = await town.Post("hotline1", AppraisalTown.Here, $"{AppraisalTown.Here}/publication");
        var row = Assert.Single((await town.Sheet()).Exclusions);
        using var allowed = await town.Post("director", $"{AppraisalTown.Here}/exclusions/{row.Id}", $"{AppraisalTown.Here}/exclusions/{row.Id}", ("answer", "yes"), ("remark", ""));

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (asked.StatusCode, again.StatusCode, unasked.StatusCode, allowed.StatusCode));
        var line = (await town.Sheet()).Lines.Single(l => l.Unit == TownPeople.Market);
        Assert.Equal(3, line.Of(Criterion.Solved)!.All);
        var book = town.Host.Services.GetRequiredService<FigureBook>();
        var value = await town.Rows(db => book.Compute(db, book.Find("HA04")!, AppraisalCounting.ScopeOf(new(2020, 11, 1)) with { Unit = TownPeople.Market }, Ct));
        Assert.Equal((3, "已剔除 1 件"), (value.Numerator, value.LeftOutWords));
    }

    [Fact]
    public async Task A_unit_reads_no_draft_its_own_line_whole_and_of_others_only_places()
    {
        await Month();
        await town.Drafted();
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", AppraisalTown.Here));
        await town.Published();

        Assert.Contains("每一项怎么来的", await town.TextOf("market-head", $"{AppraisalTown.Here}/units/SCJG"));
        Assert.Contains("市场监管局", await town.TextOf("civil-liaison", AppraisalTown.Here));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"{AppraisalTown.Here}/units/SCJG"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("civil-liaison", $"{AppraisalTown.Here}/units/SCJG/Solved"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("clerk1", "/desk/appraisals"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/appraisals/2020-10"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", "/desk/appraisals/abc"));
        var api = await (await town.SignedIn("civil-liaison")).GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/appraisals/2020-11", Ct);
        Assert.All(api.GetProperty("lines").EnumerateArray(), l => Assert.Equal(0, l.GetProperty("marks").GetArrayLength()));
    }

    [Fact]
    public async Task Gaps_are_named_at_their_fields_and_what_was_typed_stays()
    {
        await Month();
        await town.Drafted();
        await town.Published();

        using var answer = await town.Object("GD209912310001", "Solved", "短");
        using var unknown = await town.Object("GD209912310001");
        using var nonsense = await town.Post("hotline1", "/desk/appraisals", "/desk/appraisals", ("month", "2020-13"));
        using var early = await town.Post("hotline1", "/desk/appraisals", "/desk/appraisals", ("month", "2020-12"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Town.PageOf(answer);
        Assert.Contains("请写清理由", page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal("GD209912310001", page.QuerySelector("input[name=number]")!.GetAttribute("value"));
        Assert.Contains("没有计入本单位当月的“问题解决”", (await Town.PageOf(unknown)).QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("请填写月份", (await Town.PageOf(nonsense)).QuerySelector(".error-summary")!.TextContent);
        Assert.Contains("当月结束以后", (await Town.PageOf(early)).QuerySelector(".error-summary")!.TextContent);
        Assert.Empty((await town.Sheet()).Objections);
    }

    [Fact]
    public async Task Posted_twice_it_is_one_sheet_and_who_comes_second_sees_that_it_changed()
    {
        await Month();
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, "/desk/appraisals", "/desk/appraisals");
        using var one = await TownDoor.Post(browser, "/desk/appraisals", hidden, ("month", AppraisalTown.November));
        using var two = await TownDoor.Post(browser, "/desk/appraisals", hidden, ("month", AppraisalTown.November));
        using var other = await town.Post("hotline2", "/desk/appraisals", "/desk/appraisals", ("month", AppraisalTown.November));
        Assert.Equal((one.Headers.Location, HttpStatusCode.Conflict), (two.Headers.Location, other.StatusCode));

        var seen = await town.HiddenFields(browser, AppraisalTown.Here, $"{AppraisalTown.Here}/publication");
        using var recounted = await town.Post("hotline2", AppraisalTown.Here, $"{AppraisalTown.Here}/count");
        using var stale = await TownDoor.Post(browser, $"{AppraisalTown.Here}/publication", seen);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (recounted.StatusCode, stale.StatusCode));
        Assert.Equal(AppraisalState.Draft, (await town.Sheet()).State);
    }

    [Fact]
    public async Task The_workbook_and_the_paper_carry_the_same_and_the_days_for_objections_end()
    {
        var bad = await Month();
        await town.Drafted();
        await town.Published();
        var browser = await town.SignedIn("director");
        using var zip = new ZipArchive(new MemoryStream(await browser.GetByteArrayAsync($"{AppraisalTown.Here}/xlsx", Ct)));
        using var reader = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("得分明细", await reader.ReadToEndAsync(Ct));
        using var paper = new ZipArchive(new MemoryStream(await browser.GetByteArrayAsync($"{AppraisalTown.Here}/docx", Ct)));
        using var words = new StreamReader(paper.GetEntry("word/document.xml")!.Open());
        Assert.Contains("2020年11月热线考核", await words.ReadToEndAsync(Ct));

        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 10, 1, 0, 0, TimeSpan.Zero)); // five working days after the second are the ninth
        var unit = await town.SignedIn("market-liaison");
        using var late = await TownDoor.Post(unit, $"{AppraisalTown.Here}/units/SCJG/objections", await town.HiddenFields(unit, "/my/password", "/my/password"), ("criterion", "Solved"), ("number", (await town.Order(bad)).Number), ("why", "诉求人变更了诉求内容"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("申诉期限已于 2020-12-09 届满", (await Town.PageOf(late)).Body!.TextContent);
    }

    // four closed by the market bureau, of which one displeased its caller
    private async Task<Guid> Month()
    {
        for (var n = 0; n < 3; n++)
        {
            await town.Closed($"1380013810{n}");
        }

        var bad = await town.Closed("13800138109", pleased: false);
        town.NextMonth();
        return bad;
    }
}

/// <summary>The arithmetic, without a town.</summary>
public sealed class AppraisalScoreTests
{
    private static readonly OrderLimits Limits = OrderLimitTable.The.At(new DateOnly(2020, 11, 30));
    private static readonly AppraisalRules Rules = new(Limits, OrderCodes.Shipped.Unjudged(new(2020, 11, 30)));

    [Fact]
    public void A_full_sheet_is_a_hundred_points_and_deductions_are_taken_off()
    {
        Assert.Equal(10000, Score((Criterion.Sign, 5, 5), (Criterion.OnTime, 5, 5), (Criterion.Satisfied, 5, 5), (Criterion.Solved, 5, 5), (Criterion.Knowledge, 1, 1), (Criterion.Direct, 2, 2)));
        Assert.Equal(10000 - 400 - 100 - 500 - 100, Score((Criterion.Sign, 5, 5), (Criterion.OnTime, 5, 5), (Criterion.Return, 0, 2), (Criterion.Overdue, 0, 1), (Criterion.FalseReply, 0, 1), (Criterion.Rehandled, 0, 1)));
        Assert.Equal(0, Score((Criterion.Sign, 0, 5), (Criterion.FalseReply, 0, 3)));
    }

    [Fact]
    public void What_nothing_was_counted_for_is_neither_earned_nor_lost()
    {
        Assert.Equal(7500, Score((Criterion.Sign, 10, 10), (Criterion.OnTime, 2, 3), (Criterion.Satisfied, 0, 0))); // (10 + 20) of 40
        Assert.Null(Score((Criterion.Satisfied, 0, 0), (Criterion.Rehandled, 0, 2)));
    }

    [Fact]
    public void Equals_share_a_place_within_their_group_and_few_are_not_ranked()
    {
        AppraisalLine Line(string unit, AppraisalGroup group, int good, int all) => AppraisalLine.Of((new(unit), unit, group), AppraisalScore.Marks([new(Criterion.OnTime, good, all)], Limits));
        AppraisalLine[] lines = [Line("A", AppraisalGroup.Departments, 4, 4), Line("B", AppraisalGroup.Departments, 5, 5), Line("C", AppraisalGroup.Departments, 3, 4), Line("D", AppraisalGroup.Departments, 2, 2), Line("E", AppraisalGroup.Towns, 1, 4)];

        AppraisalScore.Rank(lines, 3);

        Assert.Equal([1, 1, 3, null, 1], lines.Select(l => l.Rank));
        Assert.Equal([Honour.Red, Honour.Red, Honour.Black, null, Honour.Black], lines.Select(l => AppraisalScore.HonourOf(l, [.. lines.Where(o => o.Group == l.Group)], Limits)));
    }

    [Fact]
    public void Law_enforcement_and_mediation_are_named_with_their_basis() =>
        Assert.All(Rules.Unjudged, u => Assert.True((u.Type is null) != (u.Class is null) && u.Basis.Contains("粤办函〔2021〕216号")));

    [Fact]
    public void A_month_that_is_not_over_is_not_counted()
    {
        var act = new Act(Actor.System, new DateTimeOffset(2020, 11, 30, 1, 0, 0, TimeSpan.Zero));
        Assert.Equal("appraisal-early", Assert.Throws<RuleViolation>(() => AppraisalSheet.Count(Guid.Empty, new(2020, 11, 1), [], Rules, act)).Code);
    }

    [Fact]
    public void Who_proposed_an_exclusion_does_not_allow_it()
    {
        var act = new Act(new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "热线办甲", new UnitId("XZZX")), new DateTimeOffset(2020, 12, 2, 1, 0, 0, TimeSpan.Zero));
        var (sheet, id) = (AppraisalSheet.Count(Guid.Empty, new(2020, 11, 1), [], Rules, act), new Guid(2, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]));
        sheet.ProposeExclusion(new(id, Criterion.Solved, id, "GD1", new("SCJG"), "理由理由"), act);

        Assert.Equal("own-exclusion", Assert.Throws<RuleViolation>(() => sheet.DecideExclusion(id, true, act)).Code);
        Assert.False(sheet.LeavesOut(Criterion.Solved, id));
    }

    [Fact]
    public void A_final_sheet_refuses_every_verb_and_a_draft_is_neither_objected_to_nor_final()
    {
        var (made, later) = (At(2), At(14));
        var line = AppraisalLine.Of((new("SCJG"), "市场监管局", AppraisalGroup.Departments), AppraisalScore.Marks([new(Criterion.OnTime, 4, 4)], Limits));
        var sheet = AppraisalSheet.Count(Guid.Empty, new(2020, 11, 1), [line], Rules, made);
        Assert.All<Action>([() => sheet.Object(Point, made), () => sheet.DecideObjection(Point.Id, true, Point.Id, made), () => sheet.Finalise(Limits, later)], Wrong);
        sheet.Publish(new(2020, 12, 9), made);
        Assert.All<Action>([() => sheet.Recount([], Rules, made), () => sheet.ProposeExclusion(Point, made), () => sheet.DecideExclusion(Point.Id, true, made), () => sheet.Publish(new(2020, 12, 9), made)], Wrong);
        sheet.Finalise(Limits, later);

        Assert.All<Action>(
        [
            () => sheet.Recount([], Rules, later), () => sheet.ProposeExclusion(Point, later), () => sheet.DecideExclusion(Point.Id, true, later), () => sheet.Publish(new(2020, 12, 9), later),
            () => sheet.Object(Point, later), () => sheet.DecideObjection(Point.Id, true, Point.Id, later), () => sheet.Finalise(Limits, later),
        ], Wrong);
        Assert.Equal((1, Honour.Red), (line.Rank, line.Honour));
    }

    private static AppraisalPoint Point => new(new Guid(2, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), Criterion.Solved, Guid.Empty, "GD1", new("SCJG"), "理由理由理由");

    private static Act At(int day) => new(new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "热线办甲", new UnitId("XZZX")), new DateTimeOffset(2020, 12, day, 1, 0, 0, TimeSpan.Zero), "理由");

    private static void Wrong(Action verb) => Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(verb).Code);

    private static int? Score(params (Criterion C, int Good, int All)[] counts) => AppraisalScore.Of(AppraisalScore.Marks(counts.Select(c => new CriterionCount(c.C, c.Good, c.All)), Limits));
}
