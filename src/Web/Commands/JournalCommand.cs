using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Journal;

namespace Yimen.Web.Commands;

/// <summary><c>journal verify</c>: examines the journal of every county; ends with 1 when something was done behind the program's back.</summary>
internal static class JournalCommand
{
    public static async Task<int> Run(WebApplication app, string? verb)
    {
        if (verb != "verify")
        {
            Console.Error.WriteLine("用法：yimen journal verify");
            return 2;
        }
        var counties = app.Services.GetRequiredService<CountyDirectory>();
        await counties.Load();
        var sound = true;
        foreach (var county in counties.All.OrderBy(c => c.Code))
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
            sound &= Print(county, await scope.ServiceProvider.GetRequiredService<JournalCheck>().Run());
        }
        return sound ? 0 : 1;
    }

    private static bool Print(County county, JournalReport report)
    {
        Console.WriteLine($"{county.Name}（{county.Code}）：核对日志 {report.Entries} 条，事项 {report.Matters} 件，封存 {report.Seals} 份。");
        foreach (var finding in report.Findings)
        {
            Console.WriteLine($"  {Label.Of(finding.Fault)}：{finding.Message}");
        }
        Console.WriteLine(report.Findings.Count == 0 ? "  没有发现改动。" : $"  发现 {report.Findings.Count} 处，以第一处为准逐项处理。");
        return report.Findings.Count == 0;
    }
}
