using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Approval;
using Yimen.Cases.Consultations;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Handovers;
using Yimen.Cases.Marks;
using Yimen.Cases.Materials;
using Yimen.Cases.Pledges;
using Yimen.Cases.Reuse;
using Yimen.Cases.SameVisit;
using Yimen.Cases.World;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases;

/// <summary>材料与纸件: how materials are met, what is promised for later, pledges, where the paper is, and the approver's desk.</summary>
internal static class PaperSlices
{
    public static IServiceCollection AddPapers(this IServiceCollection services)
    {
        services.AddScoped<DeferralDesk>().AddScoped<DeferralWork>().AddScoped<UploadOwed.Receiving>();
        services.AddScoped<PledgeDesk>().AddScoped<ShowPledge.Reading>().AddScoped<EarlierMaterials>().AddScoped<VisitReading>().AddScoped<Reception.Taking>();
        services.AddScoped<HandoverDesk>().AddScoped<ListHandovers.Reading>().AddScoped<SignBatch.Reading>().AddScoped<AnswerAsked.Reading>();
        // asked often and not once a night: who comes in the morning finds what lapsed at midnight
        services.AddEvery<DeferralWork>("case-deferrals", TimeSpan.FromMinutes(10), (work, now, ct) => work.Run(now, ct));
        services.AddDocumentDoor(SlipDoor.Door);
        services.AddWorldPart(51, "材料与纸件", PaperWorld.Load);
        AddJournal(services);
        AddRail(services);
        return services.AddPermissions(PaperPermissions.Rows).AddFigures(PledgeFigures.All);
    }

    private static void AddJournal(IServiceCollection services)
    {
        services.AddTaskWords(Pledge.MatterKind, ("check", "核查承诺"), ("measure", "处理违反承诺")).AddTaskWords(Consultation.MatterKind, ("answer", "联审意见"));
        services.AddTaskWords(Handover.MatterKind, ("receive", "接收纸件"), ("shortage", "查找短缺纸件"));
        services.AddJournalKind(Pledge.MatterKind, "告知承诺", id => $"/desk/pledges/{id}");
        services.AddJournalKind(PledgeText.MatterKind, "承诺文本", id => $"/desk/pledge-texts/{id}");
        services.AddJournalKind(Handover.MatterKind, "物料交接单", id => $"/desk/handovers/{id}");
        services.AddJournalKind(HandoverRuns.MatterKind, "交接班次", _ => "/desk/handover-runs");
        services.AddJournalKind(Consultation.MatterKind, "联审意见", id => $"/desk/consultations/{id}");
    }

    private static void AddRail(IServiceCollection services)
    {
        services.AddSingleton(new RailEntry(22, "办件", "容缺材料", "/desk/deferrals", "document", CasePermissions.Read));
        services.AddSingleton(new RailEntry(23, "办件", "告知承诺", "/desk/pledges", "document", PaperPermissions.ReadPledges));
        services.AddSingleton(new RailEntry(24, "办件", "物料交接", "/desk/handovers", "document", PaperPermissions.ReadHandovers));
        services.AddSingleton(new RailEntry(25, "办件", "批量签批", "/desk/signing", "check", CasePermissions.Decide));
        services.AddSingleton(new RailEntry(26, "办件", "常用意见", "/desk/phrases", "document", PaperPermissions.KeepPhrases));
    }

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        RegisterMaterials.Map(app);
        ListDeferrals.Map(app);
        MakeUpMaterial.Map(app);
        ExtendDeferral.Map(app);
        UploadOwed.Map(app);
        ListPledges.Map(app);
        ShowPledge.Map(app);
        WriteTexts.Map(app);
        PledgeInstead.Map(app);
        ReuseUpload.Map(app);
        VisitPages.Map(app);
        ListHandovers.Map(app);
        ShowHandover.Map(app);
        SetRuns.Map(app);
        KeepPhrases.Map(app);
        SignBatch.Map(app);
        MarkMaterial.Map(app);
        CompareVersions.Map(app);
        AskUnits.Map(app);
        AnswerAsked.Map(app);
    }
}
