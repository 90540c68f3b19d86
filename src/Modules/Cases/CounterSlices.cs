using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Exports;
using Yimen.Cases.Grievances;
using Yimen.Cases.Inquiries;
using Yimen.Cases.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Worlds;

namespace Yimen.Cases;

/// <summary>What happens at the counter beside the case: asking, complaining, the day without power, the end of the day.</summary>
internal static class CounterSlices
{
    public static IServiceCollection AddCounter(this IServiceCollection services)
    {
        services.AddScoped<CounterWindows>().AddScoped<PurposeExport>().AddScoped<TellAsker.Reading>();
        services.AddScoped<GrievanceDesk>().AddScoped<GrievanceReading>();
        services.AddWorldPart(51, "窗口记录", CounterWorld.Load);
        services.AddSingleton(new RailEntry(23, "办件", "咨询记录", ListInquiries.Here, "info", CounterPermissions.ReadInquiries));
        services.AddSingleton(new RailEntry(24, "办件", "办不成事反映", ListGrievances.Here, "warning", CounterPermissions.ReadGrievances));
        services.AddSingleton(GrievanceData.Keeper);
        services.AddJournalKind(Grievance.MatterKind, "办不成事反映", id => $"/desk/grievances/{id}");
        services.AddJournalKind(Inquiry.MatterKind, "咨询", id => $"/desk/inquiries/{id}");
        return services.AddModel(InquiryData.Map).AddModel(GrievanceData.Map).AddPermissions(CounterPermissions.Rows).AddFigures(InquiryData.Asked).AddFigures(GrievanceData.Figures);
    }

    public static void MapCounter(this IEndpointRouteBuilder app)
    {
        TellAsker.Map(app);
        ListInquiries.Map(app);
        ShowInquiry.Map(app);
        MapGrievances(app);
    }
    private static void MapGrievances(IEndpointRouteBuilder app)
    {
        RecordGrievance.Map(app);
        FileGrievance.Map(app);
        ListGrievances.Map(app);
        MonthOfCauses.Map(app);
        ShowGrievance.Map(app);
        ChangeGrievance.Map(app);
    }
}
