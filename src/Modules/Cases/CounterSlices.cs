using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Amendments;
using Yimen.Cases.Days;
using Yimen.Cases.Devices;
using Yimen.Cases.Grievances;
using Yimen.Cases.Inquiries;
using Yimen.Cases.Outages;
using Yimen.Cases.Reception;
using Yimen.Cases.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases;

/// <summary>What happens at the counter beside the case: asking, complaining, the day without power, the end of the day.</summary>
internal static class CounterSlices
{
    public static IServiceCollection AddCounter(this IServiceCollection services)
    {
        services.AddScoped<CounterWindows>().AddScoped<TellAsker.Reading>();
        services.AddScoped<GrievanceDesk>().AddScoped<GrievanceReading>().AddScoped<GrievanceLetters>().AddSingleton(MyGrievances.List);
        services.AddScoped<EnterLate.Reading>().AddScoped<AnswerAmendment.Reading>().AddScoped<CloseDay.Reading>();
        services.AddScoped<FrontDesk>().AddSingleton<BridgePort>().AddScoped<TakePictures.Keeping>();
        services.AddWorldPart(52, "窗口记录", CounterWorld.Load);
        services.AddSingleton(new RailEntry(23, "办件", "咨询记录", ListInquiries.Here, "info", CounterPermissions.ReadInquiries));
        services.AddSingleton(new RailEntry(24, "办件", "办不成事反映", ListGrievances.Here, "warning", CounterPermissions.ReadGrievances));
        services.AddSingleton(new RailEntry(25, "办件", "更正申请", "/desk/amendments", "edit", CounterPermissions.ReadAmendments));
        services.AddSingleton(new RailEntry(26, "办件", "日结", "/desk/days", "calendar", CounterPermissions.ReadDays));
        services.AddSingleton(new RailEntry(27, "办件", "停机应急", ListBlanks.Here, "pause", CounterPermissions.ReadOutages));
        services.AddSingleton(GrievanceData.Keeper);
        services.AddTaskWords(DayClosing.MatterKind, ("approve", "批准日结差额"), ("redo", "重新日结")).AddTaskWords(AmendmentRequest.MatterKind, ("allow", "批准更正"));
        services.AddTaskWords(Grievance.MatterKind, ("dispatch", "转办反映"), ("answer", "答复反映"), ("review", "审核答复"));
        services.AddJournalKind(BlankBatch.MatterKind, "应急凭证", _ => ListBlanks.Here);
        services.AddJournalKind(DayClosing.MatterKind, "日结", id => $"/desk/days/{id}");
        services.AddJournalKind(AmendmentRequest.MatterKind, "更正申请", id => $"/desk/amendments/{id}");
        services.AddJournalKind(Grievance.MatterKind, "办不成事反映", id => $"/desk/grievances/{id}");
        services.AddJournalKind(Inquiry.MatterKind, "咨询", id => $"/desk/inquiries/{id}");
        return services.AddModel(InquiryData.Map).AddModel(GrievanceData.Map).AddModel(OutageData.Map).AddModel(AmendmentData.Map).AddModel(DayData.Map).AddPermissions(CounterPermissions.Rows).AddFigures(InquiryData.Asked).AddFigures(GrievanceData.Figures).AddFigures(OutageData.EnteredLate).AddFigures(DayData.Figures);
    }

    public static void MapCounter(this IEndpointRouteBuilder app)
    {
        TellAsker.Map(app);
        ListInquiries.Map(app);
        ShowInquiry.Map(app);
        MapGrievances(app);
        MeetApplicant.Map(app);
        TakePictures.Map(app);
        PrintBlanks.Map(app);
        VoidBlank.Map(app);
        ListBlanks.Map(app);
        EnterLate.Map(app);
        AmendCase.Map(app);
        AnswerAmendment.Map(app);
        CloseDay.Map(app);
        ShowDay.Map(app);
    }
    private static void MapGrievances(IEndpointRouteBuilder app)
    {
        RecordGrievance.Map(app);
        FileGrievance.Map(app);
        MyGrievances.Map(app);
        ListGrievances.Map(app);
        MonthOfCauses.Map(app);
        ShowGrievance.Map(app);
        ChangeGrievance.Map(app);
    }
}
