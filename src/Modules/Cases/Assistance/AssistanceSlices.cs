using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.World;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Points;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.Assistance;

/// <summary>帮办代办: one line a slice.</summary>
internal static class AssistanceSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<AssistanceDesk>().AddScoped<AssistancePapers>().AddScoped<AssistanceForm>().AddScoped<RequestAssistance.Reading>().AddScoped<ShowAssistance.Reading>().AddScoped<Visits.Reading>();
        services.AddModel(AssistanceMapping.Map).AddPermissions(AssistancePermissions.Rows).AddFigures(AssistanceFigures.All);
        services.AddTaskWords(AssistanceOrder.MatterKind, ("assign", "指派帮办员"), ("authorise", "签委托书"), ("finish", "代办")).AddTaskWords(VillageVisit.MatterKind, ("visit", "走访"));
        services.AddJournalKind(AssistanceOrder.MatterKind, "帮办代办", id => $"/desk/assistance/{id}").AddJournalKind(VillageVisit.MatterKind, "巡村走访", _ => "/desk/visits");
        services.AddDocumentDoor(ShowAssistance.Door);
        services.AddSingleton(new MatterList(15, "帮办代办", "/my/assistance", "您还没有申请过帮办代办。", Mine));
        services.AddWorldPart(53, "帮办代办", AssistanceWorld.Load);
        services.AddSingleton(new RailEntry(25, "办件", "帮办代办", "/desk/assistance", "hand", AssistancePermissions.Read));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        RequestAssistance.Map(app);
        ListAssistance.Map(app);
        ShowAssistance.Map(app);
        ActOnAssistance.Map(app);
        AssistanceApi.Map(app);
        Visits.Map(app);
    }

    private static async Task<MatterPage> Mine(AppDb db, Actor actor, int take, CancellationToken ct)
    {
        var mine = db.AssistanceOrders.AsNoTracking().Where(o => o.AccountId == actor.AccountId);
        var rows = await mine.OrderByDescending(o => o.RequestedAt).Take(take).Select(AssistanceRow.Of).ToListAsync(ct);
        return new(await mine.CountAsync(ct), [.. rows.Select(r => new MatterLine(r.Wish, "/my/assistance", r.Number, Label.Of(r.State), r.Tone, r.At))]);
    }
}
