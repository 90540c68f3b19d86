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

        /// <summary>What lists offer and name their rows by.</summary>
        public ValueTask<UnitsAndTowns> UnitsAndTowns(CancellationToken ct) => db.Memory<UnitsAndTowns>(typeof(Unit)).Get(() => Contracts.UnitsAndTowns.Read(db, ct));

        /// <summary>The codes of the windows at which an account sits on a day, by the book of seats.</summary>
        public IQueryable<string> WindowsOf(Guid account, DateOnly day) =>
            db.Set<WindowSeat>().Where(s => s.Account == account && s.From <= day && (s.To == null || s.To > day)).Select(s => s.Window);
    }
}
