namespace Yimen.Web.Commands;

internal static class Usage
{
    private const string Text = """
        用法：yimen <命令> [选项]

          run       准备并启动（默认 http://127.0.0.1:5080，数据在 ./data）
                    --urls 地址   --data 目录   --world lechang|none
          migrate   把数据库升级到这个版本；--to 连接串 搬到 PostgreSQL，--to sqlite 搬回
          token     发给程序用的令牌：--user 登录名 [--county 六位代码] [--days 天数]
          backup 文件 · restore 文件   [--with-keys 口令]
          county add 世界目录 [--host 主机名] · county list   再加一个县；已有哪些县
          recount   忘掉汇总数，从工单重新统计（热线指标）
          journal verify   核验日志链

        每个命令都可以带 --data 目录。环境变量：YIMEN_URLS、YIMEN_DATA、YIMEN_DB（PostgreSQL 连接串，不设则用 SQLite）
        """;

    private static readonly string[] Questions = ["help", "--help", "-h", "-?"];

    /// <summary>Whether somebody asks what there is: <c>help</c> first, or the option anywhere.</summary>
    public static bool IsAskedFor(string[] args) => args.Contains("--help") || (args is [var first, ..] && Questions.Contains(first)) || (args is [_, var second] && Questions.Contains(second));

    public static int Help()
    {
        Console.WriteLine(Text);
        return 0;
    }

    public static int Print(string unknown)
    {
        Console.Error.WriteLine($"不认识的命令：{unknown}");
        Console.Error.WriteLine(Text);
        return 2;
    }
}
