using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Acceptance;
using Yimen.Cases.CasePage;
using Yimen.Cases.Decision;
using Yimen.Cases.Delivery;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Mine;
using Yimen.Cases.OneSitting;
using Yimen.Cases.Progress;
using Yimen.Cases.Papers;
using Yimen.Cases.Receipt;
using Yimen.Cases.Reception;
using Yimen.Cases.Review;
using Yimen.Cases.Search;
using Yimen.Cases.Unmasking;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases;

/// <summary>办件: one matter from the door to the decision.</summary>
public static class CasesModule
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddScoped<CaseDesk>().AddScoped<ShowCase.Reading>().AddScoped<ReceiveCase.Reading>().AddScoped<CasePapers>();
        services.AddScoped<MyCases>().AddScoped<MaterialUpload>().AddScoped<ApplyOnline.Drafting>().AddScoped<SubmitCase.Reading>().AddScoped<ShowMine.Reading>();
        services.AddScoped<LookUpProgress.Reading>().AddSingleton<ProgressTries>();
        services.AddSingleton(new RailEntry(20, "办件", "窗口收件", "/desk/reception", "plus", CasePermissions.Receive));
        services.AddSingleton(new RailEntry(21, "办件", "办件查询", "/desk/cases", "case", CasePermissions.Read));
        return services.AddModel(CaseMapping.Map).AddPermissions(CasePermissions.Rows);
    }

    public static void MapCases(this IEndpointRouteBuilder app)
    {
        MapPortal(app);
        MapDesk(app);
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
        AcceptCase.Map(app);
        ReviewCase.Map(app);
        DecideCase.Map(app);
        FinishAtOnce.Map(app);
        DeliverCase.Map(app);
    }
}
