using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Rechecks;
using Yimen.Hotline.Secondments;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>What the office made of a demo world's last two months: a final and a published appraisal, dissatisfied orders looked at again, experts sent. All through the room's own verbs, by whom and when it would have been.</summary>
internal sealed class AppraisalWorld(AppDb db, Writer writer, OrderPeople people, AppraisalDesk desk, IServiceProvider services, LegalClock clock, DateTimeOffset now)
{
    private const int Seed = 1123;
    private const string File = "hotline.json";
    private readonly IdSource ids = IdSource.Seeded(Seed);

    private DateOnly Today => ChinaTime.DateOf(now);

    private DateOnly This => new(Today.Year, Today.Month, 1);

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var (db, scope) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CountyScope>());
        var people = await OrderPeople.Of(db, ct);
        if (!world.About.Demo || !world.Has(File) || !people.IsStaffed)
        {
            return;
        }

        var clock = await services.GetRequiredService<Calendars>().Of(scope.County, db, ct);
        var made = new AppraisalWorld(db, services.GetRequiredService<Writer>(), people, services.GetRequiredService<AppraisalDesk>(), services, clock, services.GetRequiredService<TimeProvider>().Now());
        await made.Answers(ct);
        await made.Rechecked(ct);
        await made.Appraised(ct);
        await made.Seconded(ct);
    }

    // what was answered at once was answered from the entry that is most like it, where there is one
    private async Task Answers(CancellationToken ct) =>
        await writer.Write(At(people.Office(0), Today, 0), async () =>
        {
            var knowledge = services.GetRequiredService<KnowledgeSearch>();
            foreach (var o in await db.Orders.AsNoTracking().Where(o => o.DirectAnswer && o.Type == OrderType.Consultation).OrderBy(o => o.Number).ToListAsync(ct))
            {
                if (await knowledge.Suggest($"{o.Title} {o.Content}", Today, 1, ct) is [var from, ..])
                {
                    db.NoteAnswerFrom(from.Id, o.Ref, new Act(people.Office(0), o.ReceivedAt));
                }
            }
        }, ct);

    private async Task Appraised(CancellationToken ct)
    {
        var (before, last) = (This.AddMonths(-2), This.AddMonths(-1));
        await Sheet(before, At(people.Office(0), last.AddDays(3), 9), true, ct);
        var closing = At(people.Office(0), last.AddDays(25), 9);
        await Change(before, At(Actor.System, last.AddDays(24), 1), (sheet, act) => { sheet.EndDays(act); return Task.CompletedTask; }, ct);
        await Change(before, closing, (sheet, act) => desk.Finalise(sheet, act, ct), ct);
        await Sheet(last, At(people.Office(0), Today, 0), false, ct);
        await Change(last, At(people.Office(0), Today, 0), (sheet, _) => Objected(sheet, ct), ct);
        await Change(last, At(people.Office(0), Today, 0), (sheet, _) => Read(sheet), ct);
    }

    private async Task Sheet(DateOnly month, Act act, bool excluded, CancellationToken ct)
    {
        await services.GetRequiredService<OverdueNoting>().Keep(month, At(Actor.System, month.AddMonths(1), 1), ct);
        await writer.Write(act, async () => await desk.Counted(month, act, ct), ct);
        db.ChangeTracker.Clear();
        if (excluded)
        {
            await Excluded(month, act, ct);
        }

        await Change(month, act, (sheet, by) => desk.Publish(sheet, by, ct), ct);
    }

    private Task Change(DateOnly month, Act act, Func<AppraisalSheet, Act, Task> verb, CancellationToken ct) => writer.Write(act, async () =>
    {
        db.ChangeTracker.Clear();
        var sheet = await db.Set<AppraisalSheet>().Whole.FirstAsync(s => s.Month == month, ct);
        if (sheet.Lines.Count > 0)
        {
            await verb(sheet, act);
        }
    }, ct);

    // one order is left out: proposed by the office, allowed by the director
    private async Task Excluded(DateOnly month, Act act, CancellationToken ct)
    {
        var director = await db.Users.Where(a => a.Grants.Any(g => g.Role == Roles.Director)).OrderBy(a => a.UserName).FirstOrDefaultAsync(ct);
        var bad = await AppraisalFacts.Of(db, Criterion.Solved, AppraisalCounting.ScopeOf(month)).Where(f => !f.Good).OrderBy(f => f.Key).FirstOrDefaultAsync(ct);
        if (director is null || bad is null)
        {
            return;
        }

        var id = ids.NewId(act.Now);
        await Change(month, act, (sheet, by) =>
        {
            sheet.ProposeExclusion(new(id, Criterion.Solved, bad.OrderId, bad.Number, bad.Unit!.Value, "诉求超出现行政策范围，已当面解释，不属于承办单位未解决。"), by);
            return Task.CompletedTask;
        }, ct);
        await Change(month, act with { By = director.AsActor }, (sheet, by) => desk.DecideExclusion(sheet, id, true, by, ct), ct);
    }

    // half of those that answer for a unit here have read, the others have a task
    private Task Read(AppraisalSheet sheet)
    {
        foreach (var unit in sheet.Lines.Select(l => l.Unit).Where(u => people.Answers(u) && sheet.Awaits(u)).OrderBy(u => u.Value, StringComparer.Ordinal).Index().Where(x => x.Index % 2 == 0).Select(x => x.Item))
        {
            sheet.Acknowledge(unit, At(people.Liaison(unit), Today, 0));
        }

        return Task.CompletedTask;
    }

    private async Task Objected(AppraisalSheet sheet, CancellationToken ct)
    {
        foreach (var (n, c) in new[] { Criterion.Overdue, Criterion.Solved, Criterion.Rehandled }.Index())
        {
            var fact = (await AppraisalFacts.Of(db, c, AppraisalCounting.ScopeOf(sheet.Month)).Where(f => !f.Good).OrderBy(f => f.Key).ToListAsync(ct)).Find(f => people.Answers(f.Unit!.Value) && sheet.Lines.Any(l => l.Unit == f.Unit));
            if (fact is null || n > 1)
            {
                continue;
            }

            var act = At(people.Liaison(fact.Unit!.Value), Today, 0);
            sheet.Object(new(ids.NewId(act.Now), c, fact.OrderId, fact.Number, fact.Unit!.Value, n == 0 ? "等待上级检测结果期间没有挂起，办理时间不应计入，检测报告已随答复上传。" : "已两次上门处理，诉求人变更了诉求内容，请核实后不计入。"), act);
        }
    }

    // every state has one: accepted, handled again, sent back, explained, late
    private async Task Rechecked(CancellationToken ct)
    {
        var (before, last) = (This.AddMonths(-2), This.AddMonths(-1));
        foreach (var (month, day) in new[] { (before, last.AddDays(2)), (last, This) })
        {
            var asking = At(Actor.System, day, 1);
            await writer.Write(asking, async () => await services.GetRequiredService<RecheckAsking>().Ask(month, asking, ct), ct);
        }

        db.ChangeTracker.Clear();
        var all = await db.Set<OrderRecheck>().AsNoTracking().OrderBy(r => r.OrderNumber).Select(r => new { r.Id, r.Unit }).ToListAsync(ct);
        foreach (var (n, one) in all.Where(r => people.Answers(r.Unit)).Index())
        {
            await Decided(one.Id, n % 5, ct);
        }
    }

    private Task Decided(Guid id, int how, CancellationToken ct) => how == 4 ? Task.CompletedTask : writer.Write(At(people.Office(0), Today, 0), async () =>
    {
        db.ChangeTracker.Clear();
        var r = await db.Set<OrderRecheck>().Include(x => x.Explanations).FirstAsync(x => x.Id == id, ct);
        var said = At(people.Liaison(r.Unit), Earlier(r.AskedOn.AddDays(2)), 10);
        r.Explain("接到不满意评价后再次联系诉求人并到现场核查，问题已经处理，诉求人希望进一步补偿，超出本单位职权，已书面说明。", null, said);
        var office = At(people.Office(0), Earlier(r.AskedOn.AddDays(3)), 15);
        var limits = await db.OrderLimitsOn(office.Today, ct);
        var order = await db.Orders.Whole.FirstAsync(o => o.Id == r.OrderId, ct);
        if (how == 1 && order.Can(OrderVerb.Rehandle))
        {
            var reasoned = office with { Reason = "现场照片与诉求人描述不一致，答复称已修复而没有修复。" };
            r.Rehandle(true, reasoned);
            order.Rehandle(limits[OrderLimitCode.Rehandling], null, ids.NewId(office.Now), reasoned, clock);
        }
        else if (how == 2)
        {
            r.SendBack(clock.Due(office.Today, limits.Days(OrderLimitCode.RecheckExplain))!.Value, office with { Reason = "请补充再次联系诉求人的时间和现场照片。" });
        }
        else if (how < 2)
        {
            r.Accept(office with { Reason = "核查属实，同意。" });
        }
    }, ct);

    private async Task Seconded(CancellationToken ct)
    {
        var (before, last) = (This.AddMonths(-2), This.AddMonths(-1));
        foreach (var (month, day) in new[] { (before, last.AddDays(2)), (last, This) })
        {
            var calling = At(Actor.System, day, 1);
            await writer.Write(calling, async () => await services.GetRequiredService<SecondmentCalls>().Call(month, calling, ct), ct);
        }

        var all = await db.Set<Secondment>().AsNoTracking().OrderBy(s => s.Month).ThenBy(s => s.Unit).Select(s => new { s.Id, s.Unit }).ToListAsync(ct);
        foreach (var (n, one) in all.Where(s => people.Answers(s.Unit)).Index().Where(x => x.Index % 3 < 2))
        {
            await writer.Write(At(people.Office(0), Today, 0), async () =>
            {
                db.ChangeTracker.Clear();
                Serve(await db.Set<Secondment>().Include(s => s.Trainings).FirstAsync(s => s.Id == one.Id, ct), n % 3 == 0);
            }, ct);
        }
    }

    private void Serve(Secondment s, bool ends)
    {
        var (head, expert) = (people.Head(s.Unit), people.Liaison(s.Unit));
        var naming = At(head, s.CalledOn, 14);
        s.Name((expert.AccountId, expert.Name), naming.Today, naming.Today.AddDays(14), naming);
        s.Train(naming.Today, "受理规范和知识库使用", 4, At(people.Office(0), naming.Today, 17));
        if (ends && naming.Today.AddDays(14) < Today)
        {
            s.Train(naming.Today.AddDays(1), "常见咨询口径", 3, At(people.Office(0), naming.Today.AddDays(1), 17));
            s.End(At(people.Office(0), naming.Today.AddDays(14), 17) with { Reason = "期满，补充知识条目，常见咨询可以当场答复。" });
        }
    }

    private DateOnly Earlier(DateOnly day) => day < Today ? day : Today;

    private Act At(Actor who, DateOnly day, int hour) => new(who, Moments.Of(day, hour, now, TimeSpan.FromMinutes(20)));
}
