using System.Net.Sockets;
using System.Reflection;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Yimen.Kernel;

namespace Yimen.Web.Commands;

/// <summary>What keeps a command from its work and the administrator can mend: said in one sentence on standard error, where others would print a trace.</summary>
internal static class Obstacles
{
    // whoever has taken the program into a process of their own, as its tests do, gets what was thrown
    internal static bool IsTheProgram => Assembly.GetEntryAssembly() == typeof(Obstacles).Assembly;

    /// <summary>Runs a command.</summary>
    /// <returns>Its own answer; 1 when something of the machine stood in its way. What is a fault of the program passes through.</returns>
    public static async Task<int> Told(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (IsTheProgram && Sentence(e) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return 1;
        }
    }

    internal static string? Sentence(Exception e) => e switch
    {
        RuleViolation refused => refused.Message,
        DirectoryNotFoundException { Message: var message } when message.StartsWith("没有找到世界", StringComparison.Ordinal) => message + "可用的有 lechang 和 none。",
        IOException { InnerException: AddressInUseException } => $"地址被别的程序占用了。请用 --urls 换一个端口，或先停下占用它的程序。（{e.Message}）",
        SocketException => $"不能在这个地址上监听。请检查 --urls。（{e.Message}）",
        FormatException when e.Message.Contains("url", StringComparison.OrdinalIgnoreCase) => $"看不懂 --urls 给的地址。写法如 http://127.0.0.1:5080。（{e.Message}）",
        UnauthorizedAccessException or IOException => $"数据目录或文件不能读写。请检查 --data 和目录的权限。（{e.Message}）",
        SqliteException => $"数据库文件打不开。请检查 --data 目录、磁盘空间和权限。（{e.Message}）",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName } => "这个 PostgreSQL 数据库里没有一门的数据。请检查 YIMEN_DB；新的数据库先用 yimen run 启动一次。",
        PostgresException refused => $"PostgreSQL 不接受：{refused.MessageText}（{refused.SqlState}）。请检查 YIMEN_DB 的用户、密码和数据库名。",
        NpgsqlException => $"连不上 PostgreSQL。请检查数据库是否已启动，YIMEN_DB 是否写对。（{e.Message}）",
        _ => null,
    };
}
