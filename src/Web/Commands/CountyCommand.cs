using Yimen.Platform.Counties;
using Yimen.Platform.Worlds;

namespace Yimen.Web.Commands;

/// <summary><c>county add FOLDER [--host NAME]</c>: a further county beside those of the data directory, made from a world's folder. <c>county list</c>: who is there.</summary>
internal static class CountyCommand
{
    public static async Task<int> Run(string[] args)
    {
        string[] words = [.. args.TakeWhile(a => !a.StartsWith('-'))];
        var app = App.Build(args[words.Length..]);
        var counties = app.Services.GetRequiredService<CountyDirectory>();
        await counties.Load();
        switch (words)
        {
            case ["list"]:
                foreach (var county in counties.All.OrderBy(c => c.Code))
                {
                    Console.WriteLine($"{county.Code}\t{county.Name}\t{county.Host ?? "/" + county.Code}{(county.Demo ? "\t演示" : "")}");
                }

                return 0;
            case ["add", var world]:
                await app.Services.GetRequiredService<WorldSeeding>().Add(world, app.Configuration["host"], Console.WriteLine);
                Console.WriteLine("重新启动服务后可以打开；几个县并存时，各县用自己的主机名，或者地址第一段的六位代码进入。");
                return 0;
            default:
                Console.Error.WriteLine("用法：yimen county add 世界目录 [--host 主机名] [--data 目录] · yimen county list [--data 目录]");
                return 2;
        }
    }
}
