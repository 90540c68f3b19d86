using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Bulletins;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline.World;

/// <summary>The bulletins that the office of a demo world issued of its last two months: one of them withdrawn and issued anew. By the desk's own verbs, by whom and when it would have been.</summary>
internal sealed class BulletinWorld(AppDb db, Writer writer, BulletinDesk desk, OrderPeople people, DateTimeOffset now)
{
    private const string File = "hotline.json";
    private const string Foreword = "本期热线工单总体平稳，反映集中的问题见第三部分。请各单位对照排名查找差距，逾期未答复的工单尽快办结，评价不满意的工单逐件说明。";

    private DateOnly This => ChinaTime.DateOf(now) is var today ? new(today.Year, today.Month, 1) : default;

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var people = await OrderPeople.Of(db, ct);
        if (world.About.Demo && world.Has(File) && people.IsStaffed)
        {
            await new BulletinWorld(db, services.GetRequiredService<Writer>(), services.GetRequiredService<BulletinDesk>(), people, services.GetRequiredService<TimeProvider>().Now()).Issued(ct);
        }
    }

    private async Task Issued(CancellationToken ct)
    {
        var (before, last) = (This.AddMonths(-2), This.AddMonths(-1));
        var first = await Issue(before, Foreword, At(0, last.AddDays(3), 10), ct);
        await Withdraw(first, At(1, last.AddDays(4), 15) with { Reason = "按语中的排名口径表述有误，更正后重新印发。" }, ct);
        await Issue(before, $"{Foreword}\n办结不足规定件数的单位只列出、不排名。", At(0, last.AddDays(5), 9), ct);
        await Issue(last, Foreword, At(0, ChinaTime.DateOf(now), 0), ct);
    }

    private async Task<Guid> Issue(DateOnly month, string foreword, Act act, CancellationToken ct)
    {
        var position = await JournalHorizon.Settled(db, ct);
        var id = await writer.Write(act, null, async () => (await desk.Issued(new(month.Year, month.Month), position, (foreword, Enum.GetValues<AppraisalGroup>()), act, ct)).Id, ct);
        db.ChangeTracker.Clear();
        return id;
    }

    private async Task Withdraw(Guid id, Act act, CancellationToken ct)
    {
        await writer.Write(act, async () => await desk.Withdrawn(await db.Set<Bulletin>().Include(b => b.To).FirstAsync(b => b.Id == id, ct), act, ct), ct);
        db.ChangeTracker.Clear();
    }

    private Act At(int who, DateOnly day, int hour) => new(people.Office(who), Moments.Of(day, hour, now, TimeSpan.FromMinutes(10)));
}
