using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Organization.Calendar;
using Yimen.Organization.CalendarDesk;
using Yimen.Organization.Contracts;
using Yimen.Organization.Divisions;
using Yimen.Organization.Hours;
using Yimen.Organization.Units;
using Yimen.Organization.Windows;
using Yimen.Organization.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Ui;
using Yimen.Platform.Worlds;

namespace Yimen.Organization;

/// <summary>机构、窗口、人员: who there is, where they sit, on which days they work.</summary>
public static class OrganizationModule
{
    public static IServiceCollection AddOrganization(this IServiceCollection services)
    {
        services.AddSingleton<Calendars>();
        services.AddSingleton(new UnitNaming((db, ct) => db.UnitRefs.AsNoTracking().ToDictionaryAsync(u => u.Id.Value, u => u.ShortName, ct)));
        services.AddScoped<CalendarOfRequest>().AddScoped<CalendarChange>();
        services.AddScoped<UnitForm>().AddScoped<UnitDesk>().AddScoped<WindowForm>().AddScoped<WindowDesk>().AddScoped<OrganizationConflicts>();
        services.AddWorldPart(10, "区划、机构、窗口", OrganizationWorld.Load).AddWorldPart(20, "人员账号", PeopleWorld.Load)
            .AddWorldPart(22, "法人和授权", CompaniesWorld.Load).AddWorldPart(40, "申报值", DeclaredWorld.Load);
        services.AddPermissions(
            new Permission("organization.read", "查看单位、窗口、区划", [.. Roles.Names.Keys]),
            new Permission("organization.edit", "维护单位、窗口、办公时间", Roles.Administrator, Roles.Office),
            new Permission("organization.override", "录入校验码不符的历史信用代码", Roles.Administrator),
            new Permission("calendar.edit", "维护工作日历", Roles.Administrator));
        AddRail(services);
        AddWords(services);
        AddFigures(services);
        return services.AddModel(OrganizationMapping.Map).AddModel(WindowSeat.Map);
    }

    public static void MapOrganization(this IEndpointRouteBuilder app)
    {
        CalendarApi.Map(app);
        CalendarYear.Map(app);
        Explain.Map(app);
        DeskCalendar.Map(app);
        CalendarImport.Map(app);
        LocalDay.Map(app);
        DeskHours.Map(app);
        ListUnits.Map(app);
        EditUnit.Map(app);
        CloseUnit.Map(app);
        ShowUnit.Map(app);
        UnitsApi.Map(app);
        ListWindows.Map(app);
        EditWindow.Map(app);
        CloseWindow.Map(app);
        SeatStaff.Map(app);
        WindowsApi.Map(app);
        BrowseDivisions.Map(app);
    }

    private static void AddRail(IServiceCollection services) => services
        .AddSingleton(new RailEntry(610, "中心", "单位", "/desk/units", "unit", "organization.read"))
        .AddSingleton(new RailEntry(620, "中心", "窗口", "/desk/windows", "window", "organization.read"))
        .AddSingleton(new RailEntry(630, "中心", "行政区划", "/desk/divisions", "map", "organization.read"))
        .AddSingleton(new RailEntry(640, "中心", "办公时间", "/desk/hours", "clock", "organization.edit"))
        .AddSingleton(new RailEntry(650, "中心", "工作日历", "/desk/calendar", "calendar", "calendar.edit"));

    private static void AddWords(IServiceCollection services) => services
        .AddJournalKind("unit", "单位").AddJournalWords<UnitVerb>("unit").AddJournalWords<UnitState>("unit")
        .AddJournalKind("window", "窗口").AddJournalWords<WindowVerb>("window").AddJournalWords<WindowState>("window")
        .AddJournalKind("calendar", "工作日历").AddJournalWords<CalendarVerb>("calendar")
        .AddJournalKind("timetable", "办公时间").AddJournalWords<TimetableVerb>("timetable");

    private static void AddFigures(IServiceCollection services) => services
        .AddFigures(OrganizationFigures.All)
        .AddSingleton(new FigureDimension(FigureBy.Unit, async (db, ct) =>
            [.. (await db.Units.OrderBy(u => u.Id).Select(u => new { u.Id, u.ShortName }).ToListAsync(ct)).Select(u => new Choice(u.Id.Value, u.ShortName))]))
        .AddSingleton(new FigureDimension(FigureBy.Window, async (db, ct) =>
            [.. (await db.Windows.OrderBy(w => w.Code).Select(w => new { w.Code, w.Name }).ToListAsync(ct)).Select(w => new Choice(w.Code, $"{w.Code} {w.Name}"))]));
}
