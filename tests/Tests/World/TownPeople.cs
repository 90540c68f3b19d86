using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Tests.World;

/// <summary>Who lives and works in the small town. All are made up; everybody's password is <see cref="Accounts.DemoPassword"/>.</summary>
public static class TownPeople
{
    public static readonly UnitId Centre = new("XZZX");
    public static readonly UnitId Market = new("SCJG");
    public static readonly UnitId Civil = new("MZJ");
    public static readonly AreaCode Beixiang = new("440281102000");

    /// <summary>Staff by sign-in name: one at least for every role, two units, one town.</summary>
    public static readonly IReadOnlyList<NewAccount> Staff =
    [
        Centred("director", "陈甲", Roles.Director),
        Centred("admin", "林甲", Roles.Administrator),
        Centred("security", "黄甲", Roles.Security),
        Centred("auditor", "李甲", Roles.Auditor),
        Centred("catalogue1", "张甲", Roles.Catalogue),
        Centred("coordination1", "吴甲", Roles.Coordination),
        Centred("office1", "罗甲", Roles.Office),
        Centred("hotline1", "何甲", Roles.Hotline),
        Centred("clerk1", "邓甲", Roles.Clerk),
        Centred("clerk2", "谢甲", Roles.Clerk),
        new("town1", "丘甲", AccountKind.Staff) { Unit = new("BXZ"), Grants = [new(Roles.TownClerk, null, Beixiang)] },
        .. Of(Market, "market"),
        .. Of(Civil, "civil"),
        Centred("hotline2", "何乙", Roles.Hotline),
    ];

    public static readonly IReadOnlyList<NewAccount> Citizens =
    [
        new("citizen1", "演示甲", AccountKind.Citizen) { Mobile = "13800138001", ResidentId = Resident(1), Assurance = 1 },
        new("citizen2", "演示乙", AccountKind.Citizen) { Mobile = "13800138002", ResidentId = Resident(2), Assurance = 1 },
    ];

    /// <summary>A resident id with the right check character that was given to nobody.</summary>
    public static string Resident(int serial) => ResidentId.Compose("440281", new DateOnly(1985, 3, 4), serial);

    public static Task MoveIn(IServiceProvider services) =>
        services.GetRequiredService<Accounts>().Create(new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now()), [.. Staff, .. Citizens]);

    private static NewAccount Centred(string user, string name, string role) =>
        new(user, name, AccountKind.Staff) { Unit = Centre, Grants = [new(role, null, null)] };

    private static IEnumerable<NewAccount> Of(UnitId unit, string prefix) =>
        from job in new[] { ("editor", Roles.UnitEditor), ("reviewer", Roles.UnitReviewer), ("approver", Roles.Approver), ("head", Roles.UnitHead), ("liaison", Roles.Liaison) }
        select new NewAccount($"{prefix}-{job.Item1}", $"{unit}{Roles.Names[job.Item2]}", AccountKind.Staff) { Unit = unit, Grants = [new(job.Item2, unit, null)] };
}
