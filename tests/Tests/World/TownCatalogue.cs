using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog;
using Yimen.Catalog.Province;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Tests.World;

/// <summary>The small town's catalogue: every kind of item once, through the same verbs as the desk. Ids are fixed, so that tests can name them.</summary>
public static class TownCatalogue
{
    /// <summary>食品经营许可（新办）: 承诺件, 综窗收件·部门受理, in its second version (5 working days, before 8); number one of the home page.</summary>
    public static readonly Guid Food = Id(1);

    /// <summary>食品经营许可（延续）: 授权综窗受理, 3 working days, two fees.</summary>
    public static readonly Guid FoodRenewal = Id(2);

    /// <summary>小餐饮登记: 即办件, 授权综窗受理.</summary>
    public static readonly Guid Catering = Id(3);

    /// <summary>有限责任公司设立登记: 省统一受理平台.</summary>
    public static readonly Guid Company = Id(4);

    /// <summary>户口迁移（市内迁移）: 垂管专网系统.</summary>
    public static readonly Guid Household = Id(5);

    /// <summary>居民身份证补领: 垂管专网系统, 即办件, with a fee.</summary>
    public static readonly Guid IdCard = Id(6);

    /// <summary>残疾人证办理（新办）: 承诺件, offline only.</summary>
    public static readonly Guid Disability = Id(7);

    /// <summary>老年人优待证办理 of 廊田镇: 即办件, 授权即办, town level.</summary>
    public static readonly Guid Elder = Id(8);

    /// <summary>The same entry of the basic catalogue at 北乡镇.</summary>
    public static readonly Guid ElderBeixiang = Id(9);

    /// <summary>高龄老人津贴发放: handed in at town windows too, and anywhere in the city.</summary>
    public static readonly Guid OldAge = Id(10);

    /// <summary>婚姻登记记录证明: 即办件, wholly online.</summary>
    public static readonly Guid Marriage = Id(11);

    /// <summary>特种设备使用登记: suspended.</summary>
    public static readonly Guid Equipment = Id(12);

    /// <summary>食品流通许可: cancelled.</summary>
    public static readonly Guid Circulation = Id(13);

    /// <summary>食品小作坊登记: never published, being edited.</summary>
    public static readonly Guid Workshop = Id(14);

    private static readonly DateOnly Opening = new(2020, 1, 2);

    public static async Task Build(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(Entries().Select(e => e.Basic).DistinctBy(b => b.Code));
            db.AddRange(Entries().Select(e => Publish(e, act)));
            db.AddRange(Bindings());
            db.AddRange(Entries().Where(e => e.Level == 4 && e.Id != Workshop).Select(e => new Residency { ItemId = e.Id, From = Opening }));
            db.AddRange(new[] { RegionLevel.City, RegionLevel.County, RegionLevel.Town }.Select(l => new CrossRegion { ItemId = OldAge, Level = l, From = Opening }));
            return Task.CompletedTask;
        }, CancellationToken.None);
    }

    private static IEnumerable<Entry> Entries() =>
    [
        new(Food, "000131020001", "01", TownPeople.Market, TownDrafts.Food, 1),
        new(FoodRenewal, "000131020001", "02", TownPeople.Market, TownDrafts.FoodRenewal, 4),
        new(Catering, "442031088000", "01", TownPeople.Market, TownDrafts.Catering, 5),
        new(Company, "000131004001", "01", TownPeople.Market, TownDrafts.Company, 6),
        new(Household, "000709003002", "01", TownPlaces.Police, TownDrafts.Household, 2),
        new(IdCard, "000709012003", "01", TownPlaces.Police, TownDrafts.IdCard, 7),
        new(Disability, "000722001000", "01", TownPlaces.Disabled, TownDrafts.Disability, 3),
        new(Elder, "442011036000", "01", TownPlaces.Langtian, TownDrafts.Elder, 8) { Area = TownPlaces.LangtianArea },
        new(ElderBeixiang, "442011036000", "01", TownPlaces.BeixiangTown, TownDrafts.Elder, null) { Area = TownPeople.Beixiang },
        new(OldAge, "440511002000", "01", TownPeople.Civil, TownDrafts.OldAge, 9),
        new(Marriage, "442111009000", "01", TownPeople.Civil, TownDrafts.Marriage, 10),
        new(Equipment, "000131015000", "01", TownPeople.Market, TownDrafts.Equipment, null),
        new(Circulation, "000131021000", "01", TownPeople.Market, TownDrafts.Circulation, null),
        new(Workshop, "442031090000", "01", TownPeople.Market, TownDrafts.Workshop, null),
    ];

    private static IEnumerable<WindowBinding> Bindings() =>
        from b in new (Guid Item, string[] Windows)[]
        {
            (Food, ["A01"]), (FoodRenewal, ["A01"]), (Catering, ["A01"]), (Company, ["A01"]), (Household, ["B05"]), (IdCard, ["B05"]), (Disability, ["A03"]),
            (Elder, ["T-LTZ-01", "V104213-01"]), (ElderBeixiang, ["T-BXZ-01"]), (OldAge, ["A03", "T-LTZ-01", "T-BXZ-01"]), (Marriage, ["A03"]), (Equipment, ["A01"]),
        }
        from window in b.Windows
        select new WindowBinding { ItemId = b.Item, Window = window, From = Opening };

    private static Item Publish(Entry entry, Act act)
    {
        var item = Item.Claim(entry.Codes, entry.Draft, entry.Id, Id(100 + entry.Serial), act);
        if (entry.Id == Workshop)
        {
            return item;
        }

        Forward(item, act, Opening);
        if (entry.HotRank is not null)
        {
            item.Rank(entry.HotRank, act);
        }

        if (entry.Id == Food)
        {
            item.BeginChange(Id(200 + entry.Serial), act);
            item.Edit(entry.Draft with { Content = entry.Draft.Content with { Promised = new(5, DayKind.Working) } }, act);
            Forward(item, act, new DateOnly(2020, 7, 1));
        }
        else if (entry.Id == Equipment)
        {
            item.Apply(ItemVerb.Suspend, act with { Reason = "登记系统升级，预计 2020年12月1日恢复" });
        }
        else if (entry.Id == Circulation)
        {
            item.Apply(ItemVerb.Cancel, act with { Reason = "已并入食品经营许可，请按食品经营许可（新办）办理" });
        }

        return item;
    }

    private static void Forward(Item item, Act act, DateOnly from)
    {
        item.Pass(VersionVerb.Submit, act);
        item.Pass(VersionVerb.UnitApprove, act);
        item.Publish(act, from, new ProvincialRef($"44028120201102{item.Id.ToByteArray()[^1]:00}", item.Versions.Count));
    }

    private static Guid Id(int serial) => new(0x20200102, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, (byte)serial);

    private sealed record Entry(Guid Id, string Code, string Handling, UnitId Unit, ItemDraft Draft, int? HotRank)
    {
        public AreaCode Area { get; init; } = TownPlaces.County;

        public int Level => Area == TownPlaces.County ? 4 : 5;

        public int Serial => Id.ToByteArray()[^1];

        public BasicItem Basic => new() { Code = Code, Name = Draft.Name.Split('（')[0], Type = Code[2..4], MainName = Draft.Name.Split('（')[0], EffectiveFrom = Opening };

        public ItemCodes Codes => new(Code, Handling, Unit, TownPlaces.CreditCodes[Unit], Level, Area);
    }
}
