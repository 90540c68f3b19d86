using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Organization;
using Yimen.Organization.CalendarDesk;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Organization;

public sealed class CalendarDeskTests(Town town) : IClassFixture<Town>
{
    private const string Notice = """
        {"year":2030,"days":[{"date":"2030-01-01","name":"元旦","isOffDay":true},{"date":"2030-10-01","name":"国庆节","isOffDay":true},{"date":"2030-09-28","name":"国庆节","isOffDay":false}]}
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("director")]
    [InlineData("office1")]
    [InlineData("clerk1")]
    public async Task Only_the_administrator_finds_the_calendar_desk(string user)
    {
        var answer = await (await town.SignedIn(user)).GetAsync("/desk/calendar", Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_new_year_is_shown_before_it_holds_and_then_holds()
    {
        var admin = await town.SignedIn("admin");
        using var preview = await Upload(admin, Notice);
        var page = await Town.PageOf(preview);

        Assert.Equal(HttpStatusCode.OK, preview.StatusCode);
        Assert.Equal(3, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("国庆节 上班", page.QuerySelector("table")!.TextContent);
        Assert.False(await Works(new(2030, 9, 28)));

        var hidden = page.QuerySelectorAll("form[action='/desk/calendar/import/confirmation'] input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        using var done = await TownDoor.Post(admin, "/desk/calendar/import/confirmation", hidden);

        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.True(await Works(new(2030, 9, 28)));
        Assert.Contains("Import", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.Kind == "calendar").Select(j => j.Verb).ToListAsync(Ct)));
        using var again = await Upload(admin, Notice);
        Assert.Contains("与现有日历一致", (await Town.PageOf(again)).Body!.TextContent);
    }

    [Fact]
    public async Task A_faulty_file_is_refused_with_the_entry_that_is_wrong()
    {
        using var answer = await Upload(await town.SignedIn("admin"), """{"days":[{"date":"2030-13-01","name":"元旦","isOffDay":true}]}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("第1条的 date 不是有效日期", (await Town.PageOf(answer)).QuerySelector("#f-file-error")!.TextContent);
    }

    [Fact]
    public async Task A_local_order_wins_until_it_is_taken_back()
    {
        var admin = await town.SignedIn("admin");
        var day = new DateOnly(2020, 12, 8);

        using var set = await town.PostForm(admin, "/desk/calendar/days/new", "/desk/calendar/days", ("date", "2020-12-08"), ("kind", "off"), ("name", "台风停工"), ("source", "演示通知1号"));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        Assert.False(await Works(day));

        using var back = await town.PostForm(admin, "/desk/calendar/days/2020-12-08/withdrawal", "/desk/calendar/days/2020-12-08/withdrawal", ("reason", "通知已撤销"));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.True(await Works(day));
    }

    [Fact]
    public async Task A_change_made_behind_this_process_is_seen_within_a_minute()
    {
        var day = new DateOnly(2020, 12, 9);
        Assert.True(await Works(day));
        await town.Rows(async db =>
        {
            var calendar = await db.Set<CountyCalendar>().FirstOrDefaultAsync(Ct) ?? db.Add(new CountyCalendar()).Entity;
            calendar.Adjust(new(day, "停电检修", true), "演示通知2号", new(Actor.System, town.Time.Now().AddSeconds(1)));
            return await db.SaveChangesAsync(Ct);
        });

        town.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.False(await Works(day));
    }

    [Fact]
    public async Task A_change_moves_open_deadlines_in_the_same_write_and_says_how_many()
    {
        var day = new DateOnly(2020, 12, 10);
        bool? seen = null;
        var keeper = new DeadlineKeeper("办件", (_, clock, _, _) =>
        {
            seen = clock.Calendar.IsWorkday(day);
            return Task.FromResult(3);
        });

        var moved = await town.InCounty((db, services) =>
        {
            var act = new Act(Actor.System, town.Time.Now());
            var change = new CalendarChange(db, services.GetRequiredService<Writer>(), services.GetRequiredService<Calendars>(), services.GetRequiredService<CountyScope>(), [keeper]);
            return change.Apply(act, null, c => c.Adjust(new(day, "台风停工", true), "演示通知3号", act), Ct);
        });

        Assert.False(seen);
        Assert.Equal("已保存。3 件未办结事项的截止日期随之调整（办件 3 件）。", CalendarChange.Words("已保存。", moved));
    }

    private Task<bool> Works(DateOnly day) => town.InCounty(async (db, services) =>
        (await services.GetRequiredService<Calendars>().Of(services.GetRequiredService<CountyScope>().County, db, Ct)).Calendar.IsWorkday(day));

    private async Task<HttpResponseMessage> Upload(HttpClient admin, string json)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await town.HiddenFields(admin, "/desk/calendar/import", "/desk/calendar/import"))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent("演示放假通知"), "source");
        form.Add(new StringContent(json), "file", "2030.json");
        return await admin.PostAsync("/desk/calendar/import", form, Ct);
    }
}
