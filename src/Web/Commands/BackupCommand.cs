using Yimen.Kernel;
using Yimen.Platform.Archives;

namespace Yimen.Web.Commands;

/// <summary><c>backup FILE [--with-keys PASSPHRASE]</c>: writes all counties into one file while the house goes on working.</summary>
internal static class BackupCommand
{
    public static async Task<int> Run(WebApplication app, string? file)
    {
        if (file is null)
        {
            Console.Error.WriteLine("用法：yimen backup 文件 [--data 目录] [--with-keys 口令]");
            return 2;
        }
        try
        {
            var made = await app.Services.GetRequiredService<Backup>().Write(file, app.Configuration["with-keys"]);
            Console.WriteLine($"已备份 {string.Join("、", made.Counties.Select(c => c.Name))}：{file}（{new FileInfo(file).Length:N0} 字节）");
            Console.WriteLine(made.WithKeys
                ? "密钥已用口令加密放入备份。没有口令，密钥无法恢复。"
                : "备份不含密钥。请另行保管 keys 目录，或用 --with-keys 口令 一并备份；没有密钥，加密的个人信息和文书无法打开。");
            return 0;
        }
        catch (RuleViolation refused)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }
}
