using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Appraisal;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>核对考核结果: a published sheet lies in each unit's inbox until it has read or objected, or the days are over. Each test has its own town.</summary>
public sealed class AppraisalReadingTests : IAsyncLifetime
{
    private const string Own = $"{AppraisalTown.Here}/units/SCJG";
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Published_it_lies_with_the_units_liaison_until_the_day_and_leads_to_its_own_line()
    {
        await town.Closed("13800138301");
        town.NextMonth();
        await town.Drafted();
        Assert.Empty(await Asked());

        await town.Published();

        var task = Assert.Single(await Asked());
        Assert.Equal((Roles.Liaison, TownPeople.Market, new DateOnly(2020, 12, 9)), (task.Role, task.Unit, task.Due));
        Assert.Contains("2020-12-09 以前可以申诉", task.Title);
        Assert.Equal(HttpStatusCode.OK, await town.StatusOf("market-liaison", task.Href));
        Assert.Contains("核对考核结果：2020年11月热线考核", await town.TextOf("market-liaison", "/desk"));
        Assert.DoesNotContain("核对考核结果", await town.TextOf("civil-liaison", "/desk"));
    }

    [Fact]
    public async Task Read_it_is_done_once_and_may_still_be_objected_to()
    {
        var bad = await town.Closed("13800138302", pleased: false);
        town.NextMonth();
        await town.Drafted();
        await town.Published();
        var browser = await town.SignedIn("market-liaison");
        var hidden = await town.HiddenFields(browser, Own, $"{Own}/receipt");

        using var read = await TownDoor.Post(browser, $"{Own}/receipt", hidden);
        using var again = await TownDoor.Post(browser, $"{Own}/receipt", hidden); // the double click is the same press
        using var other = await (await town.Program("market-head")).PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/units/SCJG/receipt", new { }, Ct);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.Conflict), (read.StatusCode, again.StatusCode, other.StatusCode));
        Assert.Empty(await Asked());
        Assert.Single((await town.Sheet()).Receipts);
        Assert.Contains("签阅", await town.TextOf("market-liaison", Own));
        Assert.DoesNotContain("已核对", await town.TextOf("market-liaison", Own));
        Assert.Contains("1 个单位已签阅", await town.TextOf("hotline1", AppraisalTown.Here));
        using var objected = await town.Object((await town.Order(bad)).Number);
        Assert.Equal(HttpStatusCode.SeeOther, objected.StatusCode);
    }

    [Fact]
    public async Task An_objection_is_an_answer_too()
    {
        var bad = await town.Closed("13800138303", pleased: false);
        town.NextMonth();
        await town.Drafted();
        await town.Published();

        using var objected = await town.Object((await town.Order(bad)).Number);

        Assert.Equal(HttpStatusCode.SeeOther, objected.StatusCode);
        Assert.Empty(await Asked());
    }

    [Fact]
    public async Task When_the_days_are_over_the_house_closes_what_nobody_read_once()
    {
        await town.Closed("13800138304");
        town.NextMonth();
        await town.Drafted();
        await town.Published();
        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 9, 15, 0, 0, TimeSpan.Zero)); // 23:00 of the last day
        await town.Job("objection-days");
        Assert.Single(await Asked());

        town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 9, 16, 30, 0, TimeSpan.Zero)); // half past midnight
        await town.Job("objection-days");
        await town.Job("objection-days");

        Assert.Empty(await Asked());
        Assert.Equal(["生成考核表", "公布考核结果", "申诉期满"], await town.JournalOf((await town.Sheet()).Id));
        Assert.DoesNotContain("已核对", await town.TextOf("market-liaison", Own));
    }

    [Fact]
    public async Task Nobody_reads_for_another_unit_and_no_draft()
    {
        await town.Closed("13800138305");
        town.NextMonth();
        await town.Drafted();
        var unit = await town.Program("market-liaison");
        Assert.Equal(HttpStatusCode.NotFound, (await unit.PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/units/SCJG/receipt", new { }, Ct)).StatusCode);
        await town.Published();

        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("civil-liaison")).PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/units/SCJG/receipt", new { }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await (await town.Program("civil-liaison")).PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/units/MZJ/receipt", new { }, Ct)).StatusCode); // it has no line
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.Program("hotline1")).PostAsJsonAsync($"/api/v1/appraisals/{AppraisalTown.November}/units/SCJG/receipt", new { }, Ct)).StatusCode);
        Assert.Single(await Asked());
    }

    private Task<List<InboxTask>> Asked() => town.Rows(db => db.Set<InboxTask>().AsNoTracking().Where(t => t.Kind == AppraisalSheet.MatterKind && t.Code.StartsWith("read-") && t.ClosedAt == null).ToListAsync(Ct));
}
