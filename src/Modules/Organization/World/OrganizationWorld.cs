using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Organization.World;

/// <summary>Divisions, units and windows of a world.</summary>
internal static class OrganizationWorld
{
    private static readonly Dictionary<string, UnitKind> UnitKinds = new()
    {
        ["市直机关"] = UnitKind.Bureau, ["事业单位"] = UnitKind.Institution, ["公共企业"] = UnitKind.Enterprise,
        ["镇街"] = UnitKind.Town, ["村居"] = UnitKind.Village, ["中心"] = UnitKind.Centre,
    };

    private static readonly Dictionary<string, WindowKind> WindowKinds = new()
    {
        ["综合"] = WindowKind.Comprehensive, ["专业"] = WindowKind.Specialised, ["镇"] = WindowKind.Town, ["村"] = WindowKind.Village,
    };

    private static readonly Dictionary<string, int> Levels = new() { ["province"] = 2, ["city"] = 3, ["county"] = 4, ["town"] = 5, ["village"] = 6 };

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AppDb>();
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now(), $"装入世界 {world.Name}");
        var ids = services.GetRequiredService<IdSource>();
        await services.GetRequiredService<Writer>().Write(act, () =>
        {
            db.AddRange(Divisions(world));
            db.AddRange(Units(world).Select(u => Unit.Found(ids.NewId(act.Now), u, act)));
            db.AddRange(Windows(world).Select(w => Window.Open(ids.NewId(act.Now), w, act)));
            return Task.CompletedTask;
        }, ct);
    }

    private static IEnumerable<Division> Divisions(WorldSource world) => !world.Has("divisions.json") ? [] :
        world.Read<DivisionFile>("divisions.json").Divisions.Select(d => new Division
        {
            Code = new(d.Code12), Name = d.Name, Level = Levels[d.Level], Parent = d.Parent is null ? null : new AreaCode(d.Parent),
        });

    private static IEnumerable<NewUnit> Units(WorldSource world) => UnitLines(world).Select(u => new NewUnit(new(u.Code), u.Name, u.ShortName, u.CreditCode, UnitKinds[u.Kind], new(u.Area))
    {
        Parent = u.Parent is null ? null : new UnitId(u.Parent), ConsultPhone = u.ConsultPhone, SupervisePhone = u.SupervisePhone,
    });

    private static IEnumerable<NewWindow> Windows(WorldSource world)
    {
        if (!world.Has("windows.json"))
        {
            return [];
        }

        // a window without a day of its own has been open since the first unit moved in
        var opened = UnitLines(world).Min(u => u.ResidentSince) ?? world.About.AsOf ?? DateOnly.MinValue;
        return world.Read<WindowFile>("windows.json").Windows.Select(w => new NewWindow(w.Code, w.Name, WindowKinds[w.Kind], new(w.Unit), new(w.Area))
        {
            Place = w.Place, Hours = w.Hours, Phone = w.Phone, OpenedOn = w.OpenedOn ?? opened,
        });
    }

    private static IEnumerable<OfficeTimetable> Hours(WorldSource world, Act act)
    {
        if (world.Read<HoursFile>("world.json").OfficeHours is not { } hours)
        {
            return [];
        }

        var timetable = new OfficeTimetable();
        timetable.Set(new HoursRow
        {
            ValidFrom = hours.ValidFrom, MorningFrom = hours.Morning.From, MorningTo = hours.Morning.To,
            AfternoonFrom = hours.Afternoon.From, AfternoonTo = hours.Afternoon.To, Source = act.Reason!,
        }, act);
        return [timetable];
    }

    private static IReadOnlyList<UnitLine> UnitLines(WorldSource world) => world.Has("units.json") ? world.Read<UnitFile>("units.json").Units : [];
}
