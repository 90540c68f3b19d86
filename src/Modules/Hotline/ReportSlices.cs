using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Bulletins;
using Yimen.Hotline.Rules;
using Yimen.Hotline.World;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline;

/// <summary>What the office learns from its orders: rules of dispatching, the bulletin, experts seconded to the call floor.</summary>
internal static class ReportSlices
{
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<MakeRule.Making>().AddScoped<BulletinReading>().AddScoped<BulletinDesk>().AddScoped<IssuedReading>();
        services.AddJournalKind(Bulletin.MatterKind, "热线通报", id => $"{ListBulletins.Here}/{id}").AddJournalWords<BulletinVerb>(Bulletin.MatterKind).AddJournalWords<BulletinState>(Bulletin.MatterKind);
        services.AddJournalKind(DispatchRule.MatterKind, "派单规则", id => $"{ListRules.Here}/{id}").AddJournalWords<RuleVerb>(DispatchRule.MatterKind).AddJournalWords<RuleState>(DispatchRule.MatterKind);
        services.AddSingleton(new RailEntry(48, "热线", "派单规则", ListRules.Here, "document", ReportPermissions.ReadRules));
        services.AddSingleton(new RailEntry(47, "热线", "热线通报", ShowBulletin.Here, "figure", ReportPermissions.ReadBulletins));
        services.AddSingleton(new RailEntry(47, "热线", "印发的通报", ListBulletins.Here, "document", ReportPermissions.ReadIssued)).AddWorldPart(63, "热线通报", BulletinWorld.Load);
        return services.AddModel(MapTables).AddPermissions(ReportPermissions.Rows);
    }

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        MakeRule.Map(app);
        ListRules.Map(app);
        ShowRule.Map(app);
        ShowBulletin.Map(app);
        IssueBulletin.Map(app);
        ListBulletins.Map(app);
        ShowIssuedBulletin.Map(app);
    }

    private static void MapTables(ModelBuilder model)
    {
        DispatchRule.Map(model);
        BulletinMapping.Map(model);
    }
}
