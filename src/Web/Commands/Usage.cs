namespace Yimen.Web.Commands;

internal static class Usage
{
    public static int Print(string unknown)
    {
        Console.Error.WriteLine($"不认识的命令：{unknown}");
        Console.Error.WriteLine("可用命令：run, migrate, token, backup, restore, recount, journal verify");
        return 2;
    }
}
