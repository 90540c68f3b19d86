using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog.Api;
using Yimen.Catalog.Basics;
using Yimen.Catalog.Bindings;
using Yimen.Catalog.Claims;
using Yimen.Catalog.Editing;
using Yimen.Catalog.Export;
using Yimen.Catalog.Forms;
using Yimen.Catalog.Guide;
using Yimen.Catalog.Import;
using Yimen.Catalog.Offers;
using Yimen.Catalog.Preview;
using Yimen.Catalog.Province;
using Yimen.Catalog.Publication;
using Yimen.Catalog.Registry;
using Yimen.Catalog.Review;
using Yimen.Catalog.Search;
using Yimen.Catalog.Suspension;
using Yimen.Catalog.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Catalog;

/// <summary>政务服务事项: what the state owes people, who handles it, where, how long, with which papers.</summary>
public static class CatalogModule
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddPermissions(Rights.Rows);
        services.AddSingleton(new RailEntry(200, "事项", "事项", "/desk/items", "list", Rights.Read));
        services.AddSingleton(new RailEntry(205, "事项", "基本目录", "/desk/basic-items", "grid", Rights.Read));
        services.AddSingleton(new RailEntry(210, "事项", "统筹下发", "/desk/offers", "inbox", Rights.Read));
        services.AddSingleton(new RailEntry(220, "事项", "省县比对", "/desk/drift", "sort", Rights.Read));
        services.AddTaskWords("item", ("edit", "编辑事项"), ("unit-review", "部门审核"), ("centre-review", "中心审核")).AddTaskWords("offer", ("claim", "认领事项")).AddTaskWords("drift", ("mend-drift", "核对省目录"));
        services.AddJournalKind("item", "事项", id => $"/desk/items/{id}").AddJournalKind("offer", "统筹下发事项", id => $"/desk/offers/{id}").AddJournalKind("import", "批量导入", id => $"/desk/items/import/{id}")
            .AddJournalKind("province-list", "省目录清单").AddJournalKind("drift", "省县差异");
        services.AddCatalogImpacts();
        services.AddScoped<EditForms>().AddScoped<ImportProvince>().AddScoped<ProvinceComparison>();
        services.AddNightly<ProvinceComparison>("province-drift", new TimeOnly(3, 10), (comparison, now, ct) => comparison.Run(now, ct));
        services.AddFigures(CatalogFigures.All);
        services.AddWorldPart(25, "代码字典", CodesWorld.Load).AddWorldPart(30, "事项目录", CatalogWorld.Load).AddWorldPart(31, "省目录清单", ProvinceWorld.Load);
        services.AddFollower<Item>(CardFollower.Follow);
        services.AddSingleton(DeskItemSource.Source);
        services.AddSingleton<ImportWorker>().AddHostedService(p => p.GetRequiredService<ImportWorker>());
        return services.AddModel(CatalogMapping.Map).AddModel(ItemCard.Map).AddModel(ImportMapping.Map).AddModel(ProvinceMapping.Map)
            .AddModel(CatalogueStamp.Map).AddCacheVersion(CatalogueStamp.Read);
    }

    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
        SearchItems.Map(app);
        BrowseItems.Map(app);
        ShowGuide.Map(app);
        ListItems.Map(app);
        ExportList.Map(app);
        ShowItem.Map(app);
        EditItem.Map(app);
        EditForms.Map(app);
        DownloadForm.Map(app);
        ChangeItem.Map(app);
        ReviewSteps.Map(app);
        PreviewItem.Map(app);
        PublishItem.Map(app);
        ItemSteps.Map(app);
        ListBasics.Map(app);
        ShowBasic.Map(app);
        ListDrifts.Map(app);
        ImportProvince.Map(app);
        ListOffers.Map(app);
        ShowOffer.Map(app);
        OfferBatchSlice.Map(app);
        ClaimOffer.Map(app);
        DeclineOffer.Map(app);
        BindItem.Map(app);
        ExtendItems.Map(app);
        ImportItems.Map(app);
        ShowImport.Map(app);
        ExportItems.Map(app);
        ItemsApi.Map(app);
    }
}
