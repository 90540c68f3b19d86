using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Organization;

internal static class OrganizationData
{
    extension(AppDb db)
    {
        public DbSet<Unit> Units => db.Set<Unit>();

        public DbSet<Window> Windows => db.Set<Window>();

        public DbSet<Division> Divisions => db.Set<Division>();
    }
}
