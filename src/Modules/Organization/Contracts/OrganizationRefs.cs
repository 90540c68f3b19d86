using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Organization.Contracts;

/// <summary>The read doors of this room.</summary>
public static class OrganizationRefs
{
    extension(AppDb db)
    {
        public IQueryable<UnitRef> UnitRefs => db.Set<UnitRef>();

        public IQueryable<WindowRef> WindowRefs => db.Set<WindowRef>();

        public IQueryable<DivisionRef> DivisionRefs => db.Set<DivisionRef>();
    }
}
