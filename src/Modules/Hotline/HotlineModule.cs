using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Api;
using Yimen.Hotline.Callers;
using Yimen.Hotline.Calls;
using Yimen.Hotline.City;
using Yimen.Hotline.Clocks;
using Yimen.Hotline.Coordination;
using Yimen.Hotline.DirectAnswers;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Extensions;
using Yimen.Hotline.Files;
using Yimen.Hotline.Import;
using Yimen.Hotline.Kpi;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Links;
using Yimen.Hotline.Lists;
using Yimen.Hotline.Open311;
using Yimen.Hotline.OrderPage;
using Yimen.Hotline.Points;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Rulings;
using Yimen.Hotline.Steps;
using Yimen.Hotline.Suspensions;
using Yimen.Hotline.Unmasking;
using Yimen.Hotline.Villages;
using Yimen.Hotline.Visits;
using Yimen.Hotline.World;
using Yimen.Platform.Codes;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;
using Yimen.Platform.Sheets;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline;

/// <summary>12345 工单: one caller's matter from the city's platform, or a door of the county's own, until the caller was answered and asked.</summary>
public static class HotlineModule
{
    public static IServiceCollection AddHotline(this IServiceCollection services)
    {
        services.AddScoped<OrderDesk>().AddScoped<OrderConsequences>().AddScoped<OrderLetters>().AddScoped<PressLetters>().AddScoped<OrderIntake>().AddScoped<OrderHints>().AddScoped<AnswerOrder.Answering>();
        services.AddScoped<DispatchOrder.Dispatching>().AddScoped<FileKeeping>().AddScoped<CallerFiles>().AddScoped<ShowOrder.Reading>().AddScoped<Progress.Reading>().AddSingleton<OrderTries>();
        services.AddCity();
        services.AddScoped<OrderWatch>().AddEvery<OrderWatch>("order-watch", TimeSpan.FromMinutes(5), (watch, now, ct) => watch.Run(now, ct));
        services.AddSingleton(MyOrders.List).AddSingleton(OrderPoints.Keeper).AddScoped(p => OrderPoints.Search(p.GetRequiredService<CountyScope>()));
        services.AddScoped<Open311Door>().AddScoped<PostRequest>().AddScoped<ReadRequests>().AddScoped<Updates>().AddSingleton<Open311Rate>().AddSingleton(GeoAnswer.Refusals);
        services.AddReports().AddKpi().AddCalls().AddAppraisals().AddChannels().AddMassEvents();
        AddRail(services);
        services.AddTaskWords(WorkOrder.MatterKind, [.. OrderTasks.Words]);
        services.AddJournalKind(WorkOrder.MatterKind, "工单", id => $"/desk/orders/{id}").AddLimits(OrderLimitTable.The).AddCodes(OrderCodeTables.All);
        services.AddJournalKind(Open311Key.MatterKind, "Open311 密钥", _ => DeskKeys.Here).AddJournalWords<Open311KeyVerb>(Open311Key.MatterKind);
        services.AddScoped<SetService>().AddJournalKind(ServiceBook.MatterKind, "Open311 公开事项", _ => ListServices.Here).AddJournalWords<ServiceVerb>(ServiceBook.MatterKind);
        services.AddWorldPart(60, "热线工单", OrdersWorld.Load).AddWorldPart(61, "Open311 诉求", Open311World.Load).AddWorldPart(62, "热线考核", AppraisalWorld.Load);
        return services.AddModel(OrderMapping.Map).AddModel(CityMessage.Map).AddPermissions(OrderPermissions.Rows).AddFigures(OrderFigures.All);
    }

    private static void AddRail(IServiceCollection services)
    {
        services.AddSingleton(new RailEntry(40, "热线", "派单台", DispatchQueue.Here, "inbox", OrderPermissions.Dispatch));
        services.AddSingleton(new RailEntry(41, "热线", "工单", ListOrders.Here, "phone", OrderPermissions.Read));
        services.AddSingleton(new RailEntry(43, "热线", "市平台对账", "/desk/orders/exchange", "swap", OrderPermissions.Exchange));
        services.AddSingleton(new RailEntry(53, "热线", "Open311 密钥", DeskKeys.Here, "key", OrderPermissions.Keys));
        services.AddSingleton(new RailEntry(51, "热线", "热线规则", "/desk/order-limits", "settings", OrderPermissions.Read));
        services.AddSingleton(new RailEntry(52, "热线", "热线代码表", OrderCodeTables.Here, "list", OrderPermissions.Read));
    }

    public static void MapHotline(this IEndpointRouteBuilder app)
    {
        ListOrders.Map(app);
        CreateOrder.Map(app);
        DispatchQueue.Map(app);
        DispatchBatch.Map(app);
        RecordOrder.Map(app);
        app.MapImports(OrderImport.Door);
        ShowOrder.Map(app);
        ShowRequester.Map(app);
        DispatchOrder.Map(app);
        TakeStep.Map(app);
        AnswerOrder.Map(app);
        TakeRuling.Map(app);
        AskReturn.Map(app);
        HandDown.Map(app);
        NoteFeedback.Map(app);
        AskExtension.Map(app);
        SuspendOrder.Map(app);
        TakePhotos.Map(app);
        WriteReply.Map(app);
        OpenFile.Map(app);
        VisitCaller.Map(app);
        FollowMaster.Map(app);
        DecideCoordination.Map(app);
        app.MapReports();
        app.MapKpi();
        app.MapCalls();
        app.MapAppraisals();
        app.MapChannels();
        app.MapMassEvents();
        Reconcile.Map(app);
        app.MapLimits(OrderLimitTable.The, OrderPermissions.Read, OrderPermissions.SetLimits);
        app.MapCodes(OrderCodeTables.All);
        FileOrder.Map(app);
        Progress.Map(app);
        MyOrders.Map(app);
        CityDoor.Map(app);
        DeskKeys.Map(app);
        ListServices.Map(app);
        SetService.Map(app);
        Open311Doors.Map(app);
    }
}
