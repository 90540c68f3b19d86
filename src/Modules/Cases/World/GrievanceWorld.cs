using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Grievances;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Cases.World;

/// <summary>办不成事反映 of a demo world, in every state and from every door; nobody in them lives.</summary>
internal sealed class GrievanceWorld(AppDb db, Counter counter, LegalClock clock, CountyKeys keys)
{
    private const int Seed = 44028124;
    private const int Count = 24;

    private static readonly string[] Matters =
    [
        "上周来问过要哪些材料，今天带齐了又说还差一份，来回跑了两趟。", "窗口说这件事不归他们管，让去镇里，镇里又让回来。", "交了材料十多天没有消息，打电话没人接。",
        "工作人员说现在办不了，没有给书面的东西，也没说为什么。", "网上提交一直转圈，窗口说只能网上办。", "要求提供指南里没有写的证明，村里开不出来。",
    ];

    private readonly IdSource ids = IdSource.Seeded(Seed);

    public async Task Make(Func<int, DateOnly> dayOf, Days days, CancellationToken ct)
    {
        var centre = await db.UnitRefs.AsNoTracking().FirstAsync(u => u.Kind == UnitKind.Centre, ct);
        var section = counter.Of(Roles.Coordination, centre.Id) ?? new Actor(Guid.Empty, "协调股", centre.Id);
        foreach (var (n, day) in Enumerable.Range(0, Count).Select(n => (N: n, Day: dayOf(n))).OrderBy(x => x.Day))
        {
            One(n, day, centre, section, days);
        }
    }

    private void One(int n, DateOnly day, UnitRef centre, Actor section, Days days)
    {
        var offer = counter.Subjects.Where(o => counter.Of(Roles.UnitHead, o.Subject.Item.Unit) is not null).ElementAt(n * 5 % 20);
        var window = n % 3 == 0 ? offer.Windows.First(w => counter.Clerk(w) is not null) : null;
        var (at, unit) = (Days.At(day, 9, n * 7 % 60), offer.Subject.Item.Unit);
        var by = window is null ? new Actor(Guid.Empty, "访客", null) : counter.Clerk(window)!;
        var made = Grievance.Record(ids.NewId(at), ids.NewCode(6), Record(n, offer, window, centre), new(by, at), clock);
        db.Add(made);
        var until = days.Between(day);
        if (n % 8 == 7)
        {
            made.Decline(new(section, at.AddHours(1), "反映的是邻里纠纷，不属于政务服务办理，请到所在镇街综治中心。"));
        }
        else if (n % 8 != 0 || until > 2)
        {
            made.Dispatch(unit, new(section, at.AddHours(2)));
            Settle(made, n, day, counter.Of(Roles.UnitHead, unit)! with { Unit = unit }, section, (days, until));
        }
    }

    private static void Settle(Grievance made, int n, DateOnly day, Actor head, Actor section, (Days Days, int Until) when)
    {
        var late = n % 7 == 3 ? 5 : 1 + (n % 3);
        if (when.Until <= late || n % 8 == 1)
        {
            return;
        }

        var answered = when.Days.After(day, late);
        made.Answer("已联系您核实：材料清单当时没有一次讲清，现在可以直接到窗口办理，由专人等候，不用再排队。", new(head, Days.At(answered, 15, n)));
        var cause = GrievanceRules.CausesOn(answered)[n % 6];
        if (when.Until > late + 1)
        {
            made.Close(cause, cause.Ours ? "组织窗口重新学习事项指南，告知单按最新一版打印，每周抽查五件。" : "", new(section, Days.At(when.Days.After(answered, 1), 10, n)));
        }
    }

    private GrievanceRecord Record(int n, Offer offer, WindowRef? window, UnitRef centre)
    {
        var phone = $"0751-0{700 + n:000000}"; // no subscriber number begins with 0
        return new()
        {
            Channel = window is not null ? GrievanceChannel.Window : n % 3 == 1 ? GrievanceChannel.Portal : GrievanceChannel.Phone, Window = window?.Code, Name = $"演示{"甲乙丙丁戊己庚辛"[n % 8]}",
            Phone = keys.Seal(phone), PhoneIndex = keys.IndexOf(phone), Matter = Matters[n % Matters.Length], Item = n % 4 == 2 ? null : (offer.Subject.Item.Id, offer.Subject.Version.Name),
            AccountId = window is null && n % 3 == 1 && counter.Citizens.Count > 0 ? counter.Citizens[n / 3 % counter.Citizens.Count].Id : null, RefusedOrally = n % 6 == 3, Centre = centre.Id, Area = window?.Area ?? centre.Area,
        };
    }
}
