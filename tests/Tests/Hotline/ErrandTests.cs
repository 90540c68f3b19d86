using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>交办村居: from the town to one of its villages and back, while the town stays the one that answers.</summary>
public sealed class ErrandTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string Village => TownPlaces.LangtianVillage.Value;

    [Fact]
    public async Task A_village_looks_into_it_and_the_town_notes_what_came_back()
    {
        var id = await Signed();

        using var given = await town.Step(User, id, "errand", ("village", Village), ("what", "到现场看路灯编号。"), ("due", "2020-11-03"));
        Assert.Equal(HttpStatusCode.SeeOther, given.StatusCode);
        Assert.Contains(await town.TasksOf(id), t => t.Code == "errand" && t.Unit == TownPlaces.Langtian && t.Due == new DateOnly(2020, 11, 3));
        Assert.Contains("廊田村村民委员会：到现场看路灯编号。", await town.TextOf(User, $"/desk/orders/{id}"));

        using var back = await town.Step(User, id, "errand-report", ("village", Village), ("text", "编号 17 至 20 四盏不亮。"));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);

        var errand = Assert.Single((await town.Order(id)).Errands);
        Assert.Equal(("编号 17 至 20 四盏不亮。", new DateOnly(2020, 11, 2)), (errand.Report, errand.ReportedOn!.Value));
        Assert.Equal(["交办村居", "村居反馈"], (await town.JournalOf(id))[^2..]);
        Assert.DoesNotContain(await town.TasksOf(id), t => t.Code == "errand");
        Assert.Equal(HttpStatusCode.Conflict, (await Api(id, "errand-report", new { village = Village, text = "再报一次。" })).StatusCode);
    }

    [Theory]
    [InlineData("village", "440281102201", "请选择本镇街的村居")] // another town's
    [InlineData("village", "", "请选择本镇街的村居")]
    [InlineData("what", " ", "请写明交给村居做什么")]
    [InlineData("due", "明天", "请填写反馈期限")]
    [InlineData("due", "2020-11-01", "反馈期限应在今天到县办结期限")]
    [InlineData("due", "2021-11-01", "反馈期限应在今天到县办结期限")]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays(string field, string typed, string said)
    {
        var id = await Signed();
        (string Name, string? Value)[] right = [("village", Village), ("what", "请到现场核实。"), ("due", "2020-11-03")];

        using var answer = await town.Step(User, id, "errand", [.. right.Select(r => r.Name == field ? (field, typed) : r)]);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict });
        var page = await Town.PageOf(answer);
        Assert.Contains(said, page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(field == "what" ? "" : "请到现场核实。", page.QuerySelector("textarea[name=what]")!.TextContent.Trim());
        Assert.Empty((await town.Order(id)).Errands);
    }

    [Fact]
    public async Task Only_the_town_that_handles_it_hands_it_down_and_no_bureau_has_villages()
    {
        var (mine, other) = (await Signed(), await town.Signed(("phone", "13800138802")));

        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("market-liaison", $"/desk/orders/{mine}/errand"));
        Assert.Equal(HttpStatusCode.NotFound, await town.StatusOf("hotline1", $"/desk/orders/{mine}/errand"));
        using var bureau = await town.Step("market-liaison", other, "errand", ("village", Village), ("what", "请到现场核实。"), ("due", "2020-11-03"));
        Assert.Contains("承办单位不是镇街", await bureau.Content.ReadAsStringAsync(Ct));
        Assert.DoesNotContain("交办村居", await town.TextOf("market-liaison", $"/desk/orders/{other}"));
    }

    [Fact]
    public async Task A_program_does_the_same_once_and_a_village_has_one_errand_at_a_time()
    {
        var id = await Signed();
        var errand = new { village = Village, what = "请到现场核实。", due = "2020-11-03" };

        Assert.Equal(HttpStatusCode.OK, (await Api(id, "errand", errand)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await Api(id, "errand", errand)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Api(id, "errand", new { village = Village })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Api(id, "errand-report", new { village = Village, text = "已处理。" })).StatusCode);
    }

    private const string User = "langtian-liaison";

    private async Task<Guid> Signed()
    {
        await town.InCounty(async (db, services) =>
        {
            var grants = new[] { new RoleScope(Roles.Liaison, TownPlaces.Langtian, null) };
            return await db.Users.AnyAsync(a => a.UserName == User, Ct) || await Opened(services, new(User, "廊田镇联络员", AccountKind.Staff) { Unit = TownPlaces.Langtian, Grants = grants });
        });
        var id = await town.Recorded(("phone", "13800138801"));
        await town.Dispatch(id, TownPlaces.Langtian.Value);
        await town.Step(User, id, "signature");
        return id;
    }

    private async Task<bool> Opened(IServiceProvider services, NewAccount account)
    {
        await services.GetRequiredService<Accounts>().Create(new Act(Actor.System, town.Time.Now()), [account]);
        return true;
    }

    private async Task<HttpResponseMessage> Api(Guid id, string verb, object body) => await (await town.Program(User)).PostAsJsonAsync($"/api/v1/orders/{id}/{verb}", body, Ct);
}
