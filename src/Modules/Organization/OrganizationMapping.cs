using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;

namespace Yimen.Organization;

internal static class OrganizationMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Unit>(e =>
        {
            e.ToTable("organization_unit");
            e.HasKey(u => u.Id);
            e.HasIndex(u => u.CreditCode).IsUnique();
            e.Ignore(u => u.State);
            e.HasTrail();
        });
        model.Entity<Window>(e =>
        {
            e.ToTable("organization_window");
            e.HasKey(w => w.Code);
            e.Property(w => w.Code).HasMaxLength(20);
            e.HasIndex(w => w.Area);
            e.HasIndex(w => w.Unit);
            e.Ignore(w => w.State);
            e.HasTrail();
        });
        model.Entity<Division>(e =>
        {
            e.ToTable("organization_division");
            e.HasKey(d => d.Code);
            e.HasIndex(d => d.Parent);
        });
        MapCalendar(model);
        MapRefs(model);
    }

    private static void MapCalendar(ModelBuilder model)
    {
        model.Entity<CountyCalendar>(e =>
        {
            e.ToTable("organization_calendar");
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasMany(c => c.Days).WithOne().HasForeignKey("CalendarId").IsRequired();
            e.Navigation(c => c.Days).HasField("days").AutoInclude();
            e.HasTrail();
        });
        model.Entity<CalendarDayRow>(e =>
        {
            e.ToTable("organization_calendar_day");
            e.HasKey(d => new { d.Date, d.Kind });
            e.HasIndex(d => d.ChangedAt);
        });
        model.Entity<OfficeTimetable>(e =>
        {
            e.ToTable("organization_timetable");
            e.Property(t => t.Id).ValueGeneratedNever();
            e.HasMany(t => t.Rows).WithOne().HasForeignKey("TimetableId").IsRequired();
            e.Navigation(t => t.Rows).HasField("rows").AutoInclude();
            e.HasTrail();
        });
        model.Entity<HoursRow>(e =>
        {
            e.ToTable("organization_hours");
            e.HasKey(h => h.ValidFrom);
            e.Ignore(h => h.Words);
        });
    }

    // read-only rows for the rooms above (ruling 32): they join these and cannot write them
    private static void MapRefs(ModelBuilder model)
    {
        model.Entity<UnitRef>(e =>
        {
            e.HasNoKey();
            e.ToView("organization_unit");
        });
        model.Entity<WindowRef>(e =>
        {
            e.HasNoKey();
            e.ToView("organization_window");
        });
        model.Entity<DivisionRef>(e =>
        {
            e.HasNoKey();
            e.ToView("organization_division");
        });
    }
}
