using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;

namespace Yimen.Web.Commands;

/// <summary>What a person who has just started the program needs to know: where it is, who may sign in, how to leave the demo.</summary>
internal static class Welcome
{
    public static void Print(WebApplication app)
    {
        Console.WriteLine($"一门已启动：{string.Join(" ", app.Urls)}");
        foreach (var line in FirstAdministrator.Links(app.Services, app.Urls.First()).GetAwaiter().GetResult())
        {
            Console.WriteLine(line);
        }

        foreach (var county in app.Services.GetRequiredService<CountyDirectory>().All.Where(c => c.Demo))
        {
            using var db = county.OpenDb();
            Console.WriteLine($"{county.Name}是演示数据，每个账号的密码都是 {Accounts.DemoPassword}：");
            foreach (var (role, user) in OneForEachRole(db))
            {
                Console.WriteLine($"  {user,-16} {role}");
            }

            Console.WriteLine("离开演示：用另一个数据目录启动一个空的县，例如 ./yimen run --data ./data-own --world none。演示数据不能转为正式数据。");
        }
    }

    private static IEnumerable<(string Role, string User)> OneForEachRole(AppDb db)
    {
        var staff = (from g in db.Set<Grant>() join a in db.Users on g.AccountId equals a.Id orderby a.UserName!.Length, a.UserName select new { g.Role, a.UserName }).ToList();
        var people = db.Users.Where(a => a.Kind == AccountKind.Citizen).OrderBy(a => a.UserName).Select(a => a.UserName).Take(2).ToList();
        return
        [
            .. Roles.Names.Select(r => (r.Value, staff.Find(s => s.Role == r.Key)?.UserName)).Where(r => r.UserName is not null).Select(r => (r.Value, r.UserName!)),
            .. people.Select(user => ("个人", user!)),
        ];
    }
}
