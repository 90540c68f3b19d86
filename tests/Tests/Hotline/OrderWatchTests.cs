using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Clocks;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Reminders;
using Yimen.Kernel;
using Yimen.Platform.Delivery;
using Yimen.Platform.Limits;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>What the house does by itself, its dated rules, and the door for programs.</summary>
public sealed class OrderWatchTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_unit_is_pressed_the_day_after_and_criticised_after_five_working_days_each_once()
    {
        var id = await town.Signed();
        var due = (await town.Order(id)).Due!.Value;

        await Watch(new DateOnly(2020, 11, 5));
        Assert.Empty((await town.Order(id)).Reminders); // two working days are left
        await Watch(new DateOnly(2020, 11, 6));
        await Watch(due);
        Assert.Equal("还有 1 个工作日到期", Assert.Single((await town.Order(id)).Reminders).Why); // Friday before the Monday: once, and to who has it in hand alone
        Assert.Equal((1, 0), (await Letters("market-liaison", id), await Letters("market-head", id)));
        await Watch(due.AddDays(1));
        await Watch(due.AddDays(1));
        Assert.Equal((2, 1), (await Letters("market-liaison", id), await Letters("market-head", id))); // late: the head is told as well
        await Watch(new DateOnly(2020, 11, 18));

        var row = await town.Order(id);
        Assert.Equal([ReminderLevel.Reminder, ReminderLevel.Reminder, ReminderLevel.Criticism], row.Reminders.OrderBy(r => r.Id).Select(r => r.Level));
        Assert.Equal((3, 2), (await Letters("market-liaison", id), await Letters("market-head", id)));
    }

    [Fact]
    public async Task What_the_office_presses_by_hand_reaches_the_unit_s_people_once_each()
    {
        var id = await town.Signed();
        var browser = await town.SignedIn("hotline1");
        var hidden = await town.HiddenFields(browser, $"/desk/orders/{id}/reminder", $"/desk/orders/{id}/reminder");

        for (var n = 0; n < 2; n++)
        {
            using var answer = await TownDoor.Post(browser, $"/desk/orders/{id}/reminder", hidden, ("text", "诉求人又来电，请尽快联系。"));
        }

        Assert.Equal((1, 0, 0), (await Letters("market-liaison", id), await Letters("market-head", id), await Letters("civil-liaison", id)));
        await town.Step("hotline1", id, "supervision", ("text", "群众反映强烈"));
        Assert.Equal((2, 1), (await Letters("market-liaison", id), await Letters("market-head", id)));
    }

    [Fact]
    public async Task Under_secrecy_a_reminder_does_not_tell_what_it_is_about()
    {
        var id = await town.Signed(("type", "Report"), ("title", "仓库夜里卸货"), ("secret", "true"));

        await town.Step("hotline1", id, "reminder", ("text", "请抓紧"));

        var row = await town.Order(id);
        var body = Assert.Single(await town.Rows(db => db.Set<Message>().Where(m => m.Href == row.Href).ToListAsync()));
        Assert.DoesNotContain("仓库", await town.TextOf("market-liaison", $"/my/messages/{body.Id}"));
    }

    private async Task<int> Letters(string user, Guid order)
    {
        var account = await town.Rows(db => db.Users.Where(a => a.UserName == user).Select(a => a.Id).SingleAsync());
        return await town.Rows(db => db.Set<Message>().CountAsync(m => m.AccountId == account && m.Href == $"/desk/orders/{order}"));
    }

    // whom of the unit it reaches meanwhile, and in which order, is told by Channels/UrgentTests: no longer the head at once
    [Fact]
    public async Task An_urgent_order_that_nobody_signs_for_within_the_hour_is_pressed_once_and_the_liaison_is_told()
    {
        var id = await town.Recorded();
        await town.Dispatch(id, "MZJ", ("urgency", "Extreme"));
        await Watch(town.Time.GetUtcNow().ToUniversalTime().AddMinutes(59));
        Assert.Empty((await town.Order(id)).Reminders);

        await Watch(town.Time.GetUtcNow().ToUniversalTime().AddMinutes(61));
        await Watch(town.Time.GetUtcNow().ToUniversalTime().AddMinutes(62));

        var row = await town.Order(id);
        Assert.Contains("没有签收", Assert.Single(row.Reminders).Why);
        Assert.True(await Told("civil-liaison", row.Href));
        Assert.False(await Told("civil-head", row.Href));
    }

    private async Task<bool> Told(string user, string href)
    {
        var account = await town.Rows(db => db.Users.Where(a => a.UserName == user).Select(a => a.Id).SingleAsync());
        return await town.Rows(db => db.Set<Message>().AnyAsync(m => m.AccountId == account && m.Href == href));
    }

    [Theory]
    [InlineData("2020-11-02", OrderType.Consultation, 3)]
    [InlineData("2020-11-02", OrderType.Help, 5)]
    [InlineData("2020-11-02", OrderType.Complaint, 15)]
    [InlineData("2022-08-31", OrderType.Help, 5)]
    [InlineData("2022-09-01", OrderType.Consultation, 2)] // the province's rule
    [InlineData("2022-09-01", OrderType.Help, 10)]
    [InlineData("2022-09-01", OrderType.Suggestion, 10)]
    [InlineData("2022-09-01", OrderType.Report, 15)]
    public void The_rule_of_the_day_governs_the_limit(string day, OrderType type, int days) =>
        Assert.Equal(days, OrderLimitTable.The.At(DateOnly.Parse(day)).Terms(type).LimitDays);

    [Theory]
    [InlineData("2020-09-25", OrderType.Help, "2020-10-09")] // over the holiday; 27 September is a make-up Sunday
    [InlineData("2020-12-29", OrderType.Help, "2021-01-06")] // over the year's end
    public void The_clock_knows_make_up_days_and_the_year_s_end(string received, OrderType type, string due)
    {
        var limits = OrderLimitTable.The.At(DateOnly.Parse(received));

        Assert.Equal(DateOnly.Parse(due), new LegalClock(StateCouncilCalendar.Load()).Due(DateOnly.Parse(received), Period.Working(limits.Terms(type).LimitDays)));
    }

    [Fact]
    public async Task A_new_value_begins_on_a_day_to_come_and_what_was_computed_stays()
    {
        var id = await town.Recorded();
        var browser = await town.SignedIn("hotline1");

        using var past = await town.PostForm(browser, "/desk/order-limits", "/desk/order-limits", ("code", "Help"), ("value", "4"), ("from", "2020-11-01"), ("basis", "热线办通知"));
        using var taken = await town.PostForm(browser, "/desk/order-limits", "/desk/order-limits", ("code", "Help"), ("value", "4"), ("from", "2020-12-01"), ("basis", "热线办通知"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (past.StatusCode, taken.StatusCode));
        Assert.Equal(new DateOnly(2020, 11, 9), (await town.Order(id)).Due);
        Assert.Equal(4, (await town.Rows(db => db.OrderLimitsOn(new(2020, 12, 1), Ct)))[OrderLimitCode.Help]);
        Assert.DoesNotContain("设定新的数值", await town.TextOf("market-liaison", "/desk/order-limits"));
    }

    [Fact]
    public async Task A_program_carries_an_order_along_over_the_version_it_saw()
    {
        var id = await town.Recorded();
        var browser = await Program("hotline1");

        using var empty = await browser.PostAsJsonAsync($"/api/v1/orders/{id}/dispatch", new { }, Ct);
        using var done = await Post(browser, $"/api/v1/orders/{id}/dispatch", new { type = "Help", contentClass = "010102", unit = "SCJG", basis = "职责" }, "\"1\"");
        using var stale = await Post(browser, $"/api/v1/orders/{id}/reminder", new { text = "请尽快" }, "\"1\"");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.Conflict), (empty.StatusCode, done.StatusCode, stale.StatusCode));
        Assert.Equal("\"2\"", done.Headers.ETag!.Tag);
        using var json = JsonDocument.Parse(await done.Content.ReadAsStringAsync(Ct));
        Assert.Equal(("dispatched", "2020-11-09"), (json.RootElement.GetProperty("state").GetString(), json.RootElement.GetProperty("due").GetString()));
        using var list = await browser.GetAsync("/api/v1/orders?state=Dispatched", Ct);
        var text = await list.Content.ReadAsStringAsync(Ct);
        Assert.Contains($"{id}", text);
        Assert.DoesNotContain("13800138021", text);
    }

    [Fact]
    public async Task A_program_takes_an_order_down_once_and_reads_it_without_its_caller()
    {
        var browser = await Program("hotline1");
        var order = new { source = "Letter", type = "Suggestion", title = "建议增设候车亭", content = "中学门口的公交站没有候车亭，下雨学生没处躲。", name = "演示甲", phone = "13800138066" };
        async Task<HttpResponseMessage> Send(object body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/orders") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "letter-1");
            return await browser.SendAsync(request, Ct);
        }

        using var first = await Send(order);
        using var second = await Send(order);
        using var wrong = await browser.PostAsJsonAsync("/api/v1/orders", new { source = "City", type = "Help", content = "由程序冒充市平台。", name = "演示甲", phone = "13800138066" }, Ct);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.BadRequest), (first.StatusCode, second.StatusCode, wrong.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        using var read = await browser.GetAsync(first.Headers.Location, Ct);
        var text = await read.Content.ReadAsStringAsync(Ct);
        Assert.Contains("建议增设候车亭", text);
        Assert.DoesNotContain("13800138066", text);
        Assert.DoesNotContain("演示甲", text);
        using var again = new HttpRequestMessage(HttpMethod.Get, first.Headers.Location);
        again.Headers.TryAddWithoutValidation("If-None-Match", read.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(again, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Program("market-liaison")).GetAsync(first.Headers.Location, Ct)).StatusCode);
    }

    private Task Watch(DateOnly day) => Watch(ChinaTime.StartOf(day).AddHours(9));

    private Task<bool> Watch(DateTimeOffset now) => town.InCounty(async (_, services) =>
    {
        await services.GetRequiredService<OrderWatch>().Run(now, Ct);
        return true;
    });

    private async Task<HttpClient> Program(string user) => await Yimen.Tests.Cases.CaseProgram.Program(town, user);

    private static async Task<HttpResponseMessage> Post(HttpClient browser, string path, object body, string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", version);
        return await browser.SendAsync(request, Ct);
    }
}
