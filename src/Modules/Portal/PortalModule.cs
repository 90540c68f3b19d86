using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;
using Yimen.Portal.DeskSearch;
using Yimen.Portal.Front;
using Yimen.Portal.Inbox;
using Yimen.Portal.My;

namespace Yimen.Portal;

/// <summary>门户、我的、工作台外壳: the doors through which people come in.</summary>
public static class PortalModule
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddSingleton<StepNames>().AddScoped<InboxDesk>().AddScoped<Colleagues>().AddScoped<MoveTasks>().AddScoped<HandOverTask>().AddScoped<AbsencePages>();
        services.AddSingleton(new RailEntry(10, "待办", "待办", "/desk", "inbox"));
        services.AddSingleton(new RailEntry(11, "待办", "外出登记", "/desk/absence", "swap"));
        services.AddSingleton(UnitSource.Source);
        services.AddSingleton(new StandIn(Absence.StoodInForBy) { By = Absence.SubstitutesOf });
        services.AddJournalKind("absence", "外出登记").AddWorldPart(24, "AB角搭档", PairsWorld.Load);
        return services.AddModel(TaskMove.Map).AddModel(Absence.Map).AddWorldPart(59, "外出登记", AbsenceWorld.Load);
    }

    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        ShowHome.Map(app);
        PlainPages.Map(app);
        Robots.Map(app);
        ShowMy.Map(app);
        ShowInbox.Map(app);
        MoveTasks.Map(app);
        HandOverTask.Map(app);
        AbsencePages.Map(app);
        SearchDesk.Map(app);
    }
}
