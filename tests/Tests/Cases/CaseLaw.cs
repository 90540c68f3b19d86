using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases;
using Yimen.Cases.Clocks;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The law's acts on a case as people do them, through the forms.</summary>
internal static class CaseLaw
{
    public static Task<HttpResponseMessage> AskCorrection(this Town town, Guid id, string user = "market-approver") =>
        town.Do(user, id, "corrections", ("flaw-1", "缺少申请人签名"), ("flaw-0", "经营范围写得不清楚"));

    public static Task<HttpResponseMessage> Supply(this Town town, Guid id, string user = "clerk1") =>
        town.Do(user, id, "supply", Enumerable.Range(1, 5).Select(n => ("papers", (string?)$"{n}")));

    public static Task<HttpResponseMessage> TakeUp(this Town town, Guid id) => town.InCounty(async (db, services) =>
    {
        var reviewer = await services.GetRequiredService<Accounts>().Find("market-approver");
        var act = new Act(reviewer!.AsActor, town.Time.Now());
        await services.GetRequiredService<Writer>().Write(act, async () => (await db.Cases.Whole.FirstAsync(c => c.Id == id)).TakeUp(act), default);
        return new HttpResponseMessage();
    });

    /// <summary>The reviewer asks the unit's head.</summary>
    public static async Task<HttpResponseMessage> AskHead(this Town town, Guid id, string kind, params (string, string?)[] fields)
    {
        var browser = await town.SignedIn("market-approver");
        return await town.PostForm(browser, $"/desk/cases/{id}/motions?kind={kind}", $"/desk/cases/{id}/motions", [("why", "需要进一步核实"), .. fields]);
    }

    /// <summary>The id of somebody who works in the town.</summary>
    public static Task<Guid> Account(this Town town, string user) => town.InCounty(async (_, services) => (await services.GetRequiredService<Accounts>().Find(user))!.Id);

    /// <summary>The head answers the open motion.</summary>
    public static async Task<HttpResponseMessage> AnswerHead(this Town town, Guid id, string answer, string remark = "", string user = "market-head")
    {
        var motion = (await town.CaseOf(id)).OpenMotion!.Id;
        return await town.Do(user, id, $"motions/{motion}", ("answer", answer), ("remark", remark));
    }

    public static Task<List<ClockCrossed>> Crossings(this Town town, Guid id) => town.Rows(db => db.Set<ClockCrossed>().AsNoTracking().Where(c => c.CaseId == id).OrderBy(c => c.On).ToListAsync());

    /// <summary>Lets working days pass and the house look at its clocks each morning.</summary>
    public static async Task Mornings(this Town town, int days)
    {
        for (var i = 0; i < days; i++)
        {
            town.Time.Advance(TimeSpan.FromDays(1));
            await Jobs.JobWorld.Work(town, "case-clocks");
        }
    }
}
