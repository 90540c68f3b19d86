using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yimen.Kernel;
using Yimen.Platform.Archives;
using Yimen.Platform.Codes;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Platform.Points;
using Yimen.Platform.Sheets;
using Yimen.Platform.Switches;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Platform;

/// <summary>The technical base of every module, wired once.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IdSource>();
        services.AddData(settings);
        services.AddHttpContextAccessor();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // or 张三 becomes entities
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.Cookie.Name = "csrf");
        services.AddHttp(settings);
        services.AddYimenIdentity();
        services.AddJobClock(settings);
        services.AddFigureDesk();
        services.AddSwitches();
        return services;
    }

    /// <summary>What is needed to open a county's database, without any web: also used by the design-time factory and the commands.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(p => Installation.From(settings, p));
        services.AddSingleton<CountyDirectory>();
        services.AddSingleton<Provisioning>();
        services.AddSingleton<WorldSeeding>();
        services.AddScoped<CountyScope>();
        services.AddScoped(p => p.GetRequiredService<CountyScope>().County.OpenDb());
        services.AddScoped<Writer>();
        services.AddScoped<UnitNames>().AddScoped<CodeEntry>().AddScoped<CodeApi>();
        services.AddJournal();
        services.AddFiles();
        services.AddDocuments();
        services.AddDelivery();
        services.AddWork();
        services.AddSingleton<Backup>();
        services.AddModel(TaskMapping.Map).AddModel(NumberSeries.Map).AddModel(RequestReceipt.Map).AddModel(IdentityMapping.Map).AddModel(DeclaredFigure.Map).AddModel(LimitBook.Map).AddModel(CodeBook.Map).AddModel(SheetImport.Map).AddModel(SwitchSetting.Map);
        return services;
    }
}
