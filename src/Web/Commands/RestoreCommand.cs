using Yimen.Kernel;
using Yimen.Platform.Archives;
using Yimen.Platform.Counties;

namespace Yimen.Web.Commands;

/// <summary><c>restore FILE [--with-keys PASSPHRASE]</c>: unpacks a backup into an empty data directory.</summary>
internal static class RestoreCommand
{
    public static async Task<int> Run(WebApplication app, string? file)
    {
        if (file is null)
        {
            Console.Error.WriteLine("用法：yimen restore 文件 [--data 目录] [--with-keys 口令]");
            return 2;
        }
        var installation = app.Services.GetRequiredService<Installation>();
        try
        {
            var restored = await new Restore(installation).Read(file, app.Configuration["with-keys"]);
            Console.WriteLine($"已恢复 {string.Join("、", restored.Counties.Select(c => c.Name))} 到 {installation.DataDirectory}，备份时间 {ChinaTime.Local(restored.At):yyyy-MM-dd HH:mm}。所有人需要重新登录。");
            Console.WriteLine(restored.WithKeys
                ? "密钥已恢复。请运行 yimen journal verify 核对日志。"
                : $"密钥没有恢复：备份不含密钥，或没有给出口令。请把原来的密钥文件放回 {installation.KeysDirectory} 并删除同名的 .missing 文件，再启动。没有密钥，加密的个人信息和文书打不开，日志无法核对。");
            return 0;
        }
        catch (RuleViolation refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
