using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Figures;

namespace Yimen.Web.Commands;

/// <summary><c>recount</c>: forgets the kept sums of every county and counts them anew from the rows. The server may run meanwhile; its numbers are short until it is through.</summary>
internal static class RecountCommand
{
    public static async Task<int> Run(WebApplication app)
    {
        var counties = app.Services.GetRequiredService<CountyDirectory>();
        await counties.Load();
        foreach (var county in counties.All.OrderBy(c => c.Code))
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CountyScope>().Choose(county);
            foreach (var sums in scope.ServiceProvider.GetServices<RollUp>())
            {
                Console.WriteLine($"{county.Name}（{county.Code}）：{sums.Name}已重新统计，{await sums.Recount(scope.ServiceProvider, app.Services.GetRequiredService<TimeProvider>().Now(), CancellationToken.None)}。");
            }
        }

        return 0;
    }
}
