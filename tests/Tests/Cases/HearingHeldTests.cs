using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>A hearing as the days pass: held and recorded, or not asked for in time.</summary>
public sealed class HearingHeldTests(Town town) : IClassFixture<Town>
{
    private static readonly WorkCalendar Calendar = StateCouncilCalendar.Load();

    [Fact]
    public async Task After_the_record_the_days_go_on_and_the_decision_follows_it()
    {
        var id = await Told();
        await town.Do("clerk1", id, "hearing-request", ("answer", "Applicant"), ("statement", "请听取我的说明"));
        var day = Calendar.AddWorkdays(town.Time.Today(), 7);
        await town.Do("market-approver", id, "hearing", ("day", $"{day:yyyy-MM-dd}"), ("time", "09:30"), ("place", "三楼会议室"), ("chair", $"{await town.Account("market-head")}"));
        town.Time.Advance(TimeSpan.FromDays(day.DayNumber - town.Time.Today().DayNumber));

        var blank = await town.Do("market-approver", id, "hearing-record", ("attended", ""));
        var early = await town.Review(id);
        var recorded = await town.Do("market-approver", id, "hearing-record", ("attended", "申请人、利害关系人"), ("record", "申请人陈述：……\n利害关系人陈述：……"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict, HttpStatusCode.SeeOther), (blank.StatusCode, early.StatusCode, recorded.StatusCode));
        var c = await town.CaseOf(id);
        Assert.Equal(((string?)null, Calendar.AddWorkdays(day, 5)), (c.Paused, c.Due)); // told, asked and accepted on one day: none of the five was used
        Assert.Contains("听证笔录", await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id).Select(d => d.KindName).ToListAsync()));
        await town.Review(id);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
        var told = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());
        Assert.Equal(["告知听证权利", "申请听证", "通知听证", "听证笔录", "准予"], told.Where(v => v.Contains("听证") || v == "准予"));
    }

    [Fact]
    public async Task Who_does_not_ask_in_time_is_refused_and_the_decision_is_free()
    {
        var id = await Told();
        town.Time.Advance(TimeSpan.FromDays(Calendar.AddWorkdays(town.Time.Today(), 6).DayNumber - town.Time.Today().DayNumber));

        var late = await town.Do("clerk1", id, "hearing-request", ("answer", "Applicant"), ("statement", "现在想听证"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("已经届满", (await Town.PageOf(late)).Body!.TextContent);
        await town.Review(id);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
        Assert.Equal(CaseState.Certifying, (await town.CaseOf(id)).State);
    }

    /// <summary>行政许可法 第四十八条: who presides is not who examines, whichever came first.</summary>
    [Fact]
    public async Task Who_presided_does_not_examine_the_application_afterwards()
    {
        var id = await Told();
        await town.Do("clerk1", id, "hearing-request", ("answer", "Applicant"), ("statement", "请听取我的说明"));
        var day = Calendar.AddWorkdays(town.Time.Today(), 7);
        await town.Do("market-approver", id, "hearing", ("day", $"{day:yyyy-MM-dd}"), ("time", "09:30"), ("place", "三楼会议室"), ("chair", $"{await town.Account("market-approver")}"));
        town.Time.Advance(TimeSpan.FromDays(day.DayNumber - town.Time.Today().DayNumber));
        await town.Do("market-approver", id, "hearing-record", ("attended", "申请人"), ("record", "申请人陈述：……"));

        var reviewed = await town.Review(id);

        Assert.Equal(HttpStatusCode.Conflict, reviewed.StatusCode);
        Assert.Contains("听证的主持人，不能审查", (await Town.PageOf(reviewed)).Body!.TextContent);
        Assert.Empty((await town.CaseOf(id)).Opinions);
    }

    private async Task<Guid> Told()
    {
        var id = await town.Receive(TownCatalogue.Food);
        await town.Accept(id);
        await town.Do("market-approver", id, "hearing-right", ("why", "拟设场所紧邻居民住宅"), ("party-name-1", "演示戊"), ("party-way-1", "Electronic"), ("party-reach-1", "13800138005"));
        return id;
    }
}
