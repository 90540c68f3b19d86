using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Who acts for whom at the window: by a mandate on record that serves today, or by a letter that was seen.</summary>
public sealed class ActingTests(Town town) : IClassFixture<Town>
{
    private static readonly DateOnly Today = new(2020, 11, 2);
    private static readonly string Page = $"/desk/reception/{TownCatalogue.Food}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recorded_mandate_serves_and_the_case_says_who_acted_for_whom_with_which()
    {
        var old = CaseAtCounter.Resident(601);
        var mandate = await Given(old, MandateScope.Filing, Today.AddDays(-10), Today.AddDays(10));

        var answer = await Receive(old, "演示甲", TownPeople.Resident(1));

        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
        var acted = Assert.Single((await town.CaseOf(id)).Actings);
        Assert.Equal((mandate, "演示甲", "收件"), (acted.MandateId, acted.AgentName, acted.For));
        var page = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}", Ct));
        Assert.Contains("委托（委托书 2020 第 1 号），提交申请和补正材料", page.Body!.TextContent);
        Assert.DoesNotContain(TownPeople.Resident(1), page.Body.TextContent);
        Assert.Contains("代为办理", await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == id).Select(j => j.Verb).ToListAsync(Ct)));
    }

    [Theory]
    [InlineData(MandateScope.Filing, -20, -1, "到期")]
    [InlineData(MandateScope.Collecting, -20, 20, "授权范围是“领取结果”")]
    [InlineData(MandateScope.Everything, 1, 20, "起才生效")]
    public async Task A_mandate_that_is_over_or_for_something_else_is_said_and_refused(MandateScope scope, int from, int until, string why)
    {
        var old = CaseAtCounter.Resident(602 + (int)scope);
        await Given(old, scope, Today.AddDays(from), Today.AddDays(until));

        var answer = await Receive(old, "演示甲", TownPeople.Resident(1));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, (await Town.PageOf(answer)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task Without_a_mandate_the_letter_that_was_seen_is_named_and_without_either_nothing_is_received()
    {
        var child = CaseAtCounter.Resident(610);
        var bare = await Receive(child, "演示乙", "");
        var nobody = await Receive(child, "演示乙", TownPeople.Resident(2));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (bare.StatusCode, nobody.StatusCode));

        var seen = await Receive(child, "演示乙", TownPeople.Resident(2), "出生医学证明（监护人）");

        var acted = Assert.Single((await town.CaseOf(Guid.Parse(seen.Headers.Location!.ToString().Split('/')[^2]))).Actings);
        Assert.Equal((null, "窗口查验：出生医学证明（监护人）"), (acted.MandateId, acted.Basis));
    }

    [Fact]
    public async Task The_window_looks_up_who_may_act_today_and_who_may_not_and_why_without_the_number_in_the_address()
    {
        var old = CaseAtCounter.Resident(620);
        await Given(old, MandateScope.Filing, Today.AddDays(-30), Today.AddDays(-1), "演示甲", 1);
        await Given(old, MandateScope.Everything, Today.AddDays(-1), Today.AddDays(30), "演示乙", 2);
        var clerk = await town.SignedIn("clerk1");

        var answer = await town.PostForm(clerk, "/desk/agents", "/desk/agents", ("number", old), ("purpose", "Filing"));

        var rows = (await Town.PageOf(answer)).QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Contains("可以代办", rows[0]);
        Assert.Contains("到期", rows[1]);
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("market-head")).GetAsync("/desk/agents", Ct)).StatusCode);
    }

    [Fact]
    public async Task Filed_online_in_another_s_name_the_mandate_is_on_the_case_and_must_still_hold_when_it_is_filed()
    {
        var old = CaseAtCounter.Resident(630);
        var mandate = await Given(old, MandateScope.Everything, Today.AddDays(-1), Today.AddDays(30));
        var first = await Draft(old);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Submit(first)).StatusCode);
        Assert.Equal((mandate, "提交"), ((await town.CaseOf(first)).Actings.Single().MandateId, (await town.CaseOf(first)).Actings.Single().For));

        var second = await Draft(old);
        await town.InCounty(async (db, services) =>
        {
            await services.GetRequiredService<Writer>().Write(new Act(Actor.System, town.Time.Now()), async () => (await db.Set<Mandate>().SingleAsync(m => m.Id == mandate, Ct)).Revoke(new Act(Actor.System, town.Time.Now())), Ct);
            return true;
        });
        var refused = await town.Submit(second);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("已经撤销", (await Town.PageOf(refused)).Body!.TextContent);
    }

    private async Task<Guid> Draft(string principal)
    {
        var id = await town.BeginOnline(TownCatalogue.FoodRenewal);
        var page = $"/my/cases/{id}/edit";
        (await town.PostForm(await town.SignedIn("citizen1"), page, page, CaseOnline.Filled().Select(f => f.Item1 switch { "number" => ("number", principal), "name" => ("name", "演示老人"), _ => f }))).Dispose();
        foreach (var material in (await town.CaseOf(id)).Materials.Where(m => m.Required))
        {
            (await town.Upload(id, material.Order)).Dispose();
        }

        return id;
    }

    private async Task<HttpResponseMessage> Receive(string number, string agent, string agentNumber, string authority = "") => await town.PostForm(await town.SignedIn("clerk1"), Page, Page,
        ("window", "A01"), ("kind", "Person"), ("name", "演示老人"), ("number", number), ("phone", "13800138003"), ("agent", agent), ("agentNumber", agentNumber), ("authority", authority));

    private Task<Guid> Given(string principal, MandateScope scope, DateOnly from, DateOnly until, string agent = "演示甲", int serial = 1) => town.InCounty(async (db, services) =>
    {
        var (keys, ids, writer) = (services.GetRequiredService<CountyScope>().County.Keys, services.GetRequiredService<IdSource>(), services.GetRequiredService<Writer>());
        var index = keys.IndexOf(TownPeople.Resident(serial));
        var account = await db.Users.SingleAsync(a => a.ResidentIndex == index, Ct);
        // given when it still held
        var act = new Act(Actor.System, ChinaTime.StartOf(from));
        return await writer.Write(act, null, () =>
        {
            var given = Mandate.ForPerson(ids.NewId(act.Now), keys.IndexOf(principal), new("演示老人", account, scope, from, until), "委托书 2020 第 1 号", act);
            db.Add(given);
            return Task.FromResult(given.Id);
        }, Ct);
    });
}
