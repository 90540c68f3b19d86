using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;

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
        });
        model.Entity<Window>(e =>
        {
            e.ToTable("organization_window");
            e.HasKey(w => w.Code);
            e.HasIndex(w => w.Area);
        });
        model.Entity<Division>(e =>
        {
            e.ToTable("organization_division");
            e.HasKey(d => d.Code);
            e.HasIndex(d => d.Parent);
        });
        model.Entity<CalendarDayRow>(e =>
        {
            e.ToTable("organization_calendar_day");
            e.HasKey(d => d.Date);
        });

        // read-only rows for the rooms above (ruling 32): they join these and cannot write them
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
