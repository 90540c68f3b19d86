using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Hotline.World;

/// <summary>Who sits in the hotline office, and who answers for each unit.</summary>
internal sealed class OrderPeople
{
    private readonly IReadOnlyList<Actor> office;
    private readonly Dictionary<string, Actor> liaisons;
    private readonly Dictionary<string, Actor> heads;

    private readonly IReadOnlyList<Guid> citizens;

    private OrderPeople(IReadOnlyList<Actor> office, Dictionary<string, Actor> liaisons, Dictionary<string, Actor> heads, IReadOnlyList<Guid> citizens) =>
        (this.office, this.liaisons, this.heads, this.citizens) = (office, liaisons, heads, citizens);

    public bool IsStaffed => office.Count > 0 && liaisons.Count > 0;

    public static async Task<OrderPeople> Of(AppDb db, CancellationToken ct)
    {
        var people = await db.Users.AsNoTracking().Where(a => a.Kind == AccountKind.Staff).Include(a => a.Grants).OrderBy(a => a.UserName).ToListAsync(ct);
        Dictionary<string, Actor> Holding(string role) => people.SelectMany(a => a.Grants.Where(g => g.Role == role && g.UnitCode.Length > 0).Select(g => (g.UnitCode, Actor: a.AsActor with { Unit = new UnitId(g.UnitCode) }))).DistinctBy(p => p.UnitCode).ToDictionary(p => p.UnitCode, p => p.Actor);
        return new([.. people.Where(a => a.Grants.Any(g => g.Role == Roles.Hotline)).Select(a => a.AsActor)], Holding(Roles.Liaison), Holding(Roles.UnitHead),
            await db.Users.Where(a => a.Kind == AccountKind.Citizen).OrderBy(a => a.UserName).Select(a => a.Id).ToListAsync(ct));
    }

    /// <summary>The account with which somebody wrote on the portal; null for one without.</summary>
    public Guid? Citizen(int n) => n % 3 > 0 && citizens.Count > 0 ? citizens[n / 10 % citizens.Count] : null;

    public Actor Office(int n) => office[n % office.Count];

    public Actor Liaison(UnitId unit) => liaisons[unit.Value];

    public Actor Head(UnitId unit) => heads[unit.Value];

    public bool Answers(UnitId unit) => liaisons.ContainsKey(unit.Value) && heads.ContainsKey(unit.Value);
}
