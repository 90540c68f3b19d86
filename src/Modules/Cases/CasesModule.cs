using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Acceptance;
using Yimen.Cases.Acting;
using Yimen.Cases.Anomalies;
using Yimen.Cases.Api;
using Yimen.Cases.Assistance;
using Yimen.Cases.CasePage;
using Yimen.Cases.Decision;
using Yimen.Cases.Delivery;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Mine;
using Yimen.Cases.OneSitting;
using Yimen.Cases.OutsideCases;
using Yimen.Cases.Papers;
using Yimen.Cases.Payments;
using Yimen.Cases.Pickup;
using Yimen.Cases.Points;
using Yimen.Cases.Progress;
using Yimen.Cases.Receipt;
using Yimen.Cases.Reception;
using Yimen.Cases.Review;
using Yimen.Cases.Search;
using Yimen.Cases.Unmasking;
using Yimen.Cases.World;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Impacts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases;

/// <summary>办件: one matter from the door to the decision.</summary>
public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseDesk>().AddScoped<CaseBatch>().AddScoped<Lists.DeskList>().AddScoped<ShowCase.Reading>().AddScoped<ReceiveCase.Reading>().AddScoped<CasePapers>().AddScoped<DecideCase.Deciding>().AddScoped<FinishAtOnce.Sitting>().AddScoped<ShowContacts.Reading>();
        services.AddScoped<MyCases>().AddScoped<MaterialUpload>().AddScoped<Drafting>().AddScoped<OnBehalf>().AddScoped<SubmitCase.Reading>().AddScoped<ShowMine.Reading>();
        services.AddScoped<LookUpProgress.Reading>().AddSingleton<ProgressTries>().AddScoped<Snapshots>();
        LawSlices.Add(services);
        OutsideSlices.Add(services);
        PaymentSlices.Add(services);
        AssistanceSlices.Add(services);
        ActingSlices.Add(services);
        PickupSlices.Add(services);
        AnomalySlices.Add(services);
        AddPoints(services);
        services.AddPapers();
        services.AddFollower<Case>(CaseNames.Follow);
        services.AddSingleton(new RailEntry(20, "办件", "窗口收件", "/desk/reception", "plus", CasePermissions.Receive));
        services.AddSingleton(new RailEntry(21, "办件", "办件查询", "/desk/cases", "case", CasePermissions.Read));
        services.AddCounter();
        return services.AddModel(CaseMapping.Map).AddPermissions(CasePermissions.Rows).AddFigures(CasesFigures.All);
    }

    /// <summary>What this room says where other rooms ask: 我的, the desk's search, change previews, the calendar, documents, the journal.</summary>
    private static void AddPoints(IServiceCollection services)
    {
        services.AddScoped(p => MyCaseList.Of(p.GetRequiredService<Calendars>(), p.GetRequiredService<CountyScope>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(CaseSource.It);
        services.AddSingleton(CaseDeadlines.Keeper);
        services.AddImpact(CaseImpact.OpenCases);
        services.AddDocumentDoor(PaperDoor.Door);
        services.AddJournalKind("case", "办件", id => $"/desk/cases/{id}");
        services.AddTaskWords("case", ("accept", "受理"), ("review", "审查"), ("decide", "签批"), ("certify", "制证"), ("deliver", "送达"), ("answer", "批复"),
            ("hearing", "组织听证"), ("hearing-record", "听证笔录"), ("hearing-letters", "送达听证文书"), ("deferral", "容缺逾期"));
        services.AddWorldPart(50, "办件", CasesWorld.Load);
    }

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        MapPortal(app);
        MapDesk(app);
        MapApi(app);
        LawSlices.Map(app);
        app.MapCounter();
        OutsideSlices.Map(app);
        PaymentSlices.Map(app);
        AssistanceSlices.Map(app);
        ActingSlices.Map(app);
        PickupSlices.Map(app);
        AnomalySlices.Map(app);
        app.MapPapers();
    }

    private static void MapPortal(IEndpointRouteBuilder app)
    {
        ApplyOnline.Map(app);
        EditDraft.Map(app);
        DraftMaterials.Map(app);
        SubmitCase.Map(app);
        DiscardDraft.Map(app);
        ListMine.Map(app);
        ShowMine.Map(app);
        LookUpProgress.Map(app);
    }

    private static void MapApi(IEndpointRouteBuilder app)
    {
        CreateCase.Map(app);
        ReadCases.Map(app);
        UploadMaterial.Map(app);
    }

    private static void MapDesk(IEndpointRouteBuilder app)
    {
        ChooseItem.Map(app);
        ReceiveCase.Map(app);
        PrintReceipt.Map(app);
        ListCases.Map(app);
        ExportCases.Map(app);
        ShowCase.Map(app);
        OpenMaterial.Map(app);
        ShowApplicant.Map(app);
        ShowContacts.Map(app);
        AcceptCase.Map(app);
        ReviewCase.Map(app);
        DecideCase.Map(app);
        FinishAtOnce.Map(app);
        DeliverCase.Map(app);
    }
}
