using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Moving;

namespace Yimen.Web.Commands;

/// <summary><c>migrate --to</c>: moves every county to another database; the data directory with its keys, files and seals stays.</summary>
internal static class MoveCommand
{
    /// <param name="app">Built over the database that is left.</param>
    /// <param name="target">A PostgreSQL connection string, or <c>sqlite</c> for files in the data directory.</param>
    public static async Task<int> Run(WebApplication app, string target)
    {
        var from = app.Services.GetRequiredService<Installation>();
        var to = new Installation(from.DataDirectory, target == "sqlite" ? null : target, app.Services);
        try
        {
            await new Relocation(from, to).Run(Console.WriteLine);
        }
        catch (RuleViolation refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }

        Console.WriteLine(to.Database == DatabaseKind.Postgres
            ? "搬迁完成。今后启动时请设置 YIMEN_DB 为新的连接串；原来的 SQLite 文件没有改动，确认无误后自行归档。"
            : "搬迁完成。今后启动时请去掉 YIMEN_DB；原来的 PostgreSQL 数据库没有改动，确认无误后自行归档。");
        return 0;
    }
}
