using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Hotline.Rechecks;
using Yimen.Hotline.Secondments;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Hotline;

/// <summary>How the units did, month by month: the appraisal, the dissatisfied orders looked at again, experts seconded to the call floor.</summary>
internal static class AppraisalSlices
{
    public static IServiceCollection AddAppraisals(this IServiceCollection services)
    {
        services.AddScoped<AppraisalCounting>().AddScoped<AppraisalDesk>().AddScoped<AppraisalReading>();
        services.AddScoped<OverdueNoting>().AddEvery<OverdueNoting>("overdue-spans", TimeSpan.FromHours(1), (noting, now, ct) => noting.Run(now, ct));
        services.AddScoped<ObjectionDays>().AddEvery<ObjectionDays>("objection-days", TimeSpan.FromHours(1), (days, now, ct) => days.Run(now, ct));
        services.AddJournalKind(AppraisalSheet.MatterKind, "热线考核", _ => ListAppraisals.Here).AddJournalWords<AppraisalVerb>(AppraisalSheet.MatterKind).AddJournalWords<AppraisalState>(AppraisalSheet.MatterKind);
        services.AddTaskWords(AppraisalSheet.MatterKind, ("publish", "公布考核"), ("read", "核对考核结果"), ("exclusion", "批准考核剔除"), ("objection", "答复考核申诉"), ("finalise", "考核定稿"));
        services.AddSingleton(new RailEntry(45, "热线", "热线考核", ListAppraisals.Here, "figure", AppraisalPermissions.Read));
        AddRechecks(services);
        AddSecondments(services);
        return services.AddModel(MapTables).AddPermissions(AppraisalPermissions.Rows).AddFigures(AppraisalFigures.All);
    }

    public static void MapAppraisals(this IEndpointRouteBuilder app)
    {
        ListAppraisals.Map(app);
        ShowAppraisal.Map(app);
        KeepAppraisal.Map(app);
        RaisePoint.Map(app);
        ReadAppraisal.Map(app);
        AnswerPoint.Map(app);
        ListHonours.Map(app);
        ListRechecks.Map(app);
        ShowRecheck.Map(app);
        ListSecondments.Map(app);
        CallUnit.Map(app);
        ShowSecondment.Map(app);
    }

    private static void AddRechecks(IServiceCollection services)
    {
        services.AddScoped<RecheckDesk>().AddScoped<RecheckAsking>().AddEvery<RecheckAsking>("order-rechecks", TimeSpan.FromHours(1), (asking, now, ct) => asking.Run(now, ct));
        services.AddJournalKind(OrderRecheck.MatterKind, "不满意件复核", id => $"{ListRechecks.Here}/{id}").AddJournalWords<OrderRecheckVerb>(OrderRecheck.MatterKind).AddJournalWords<OrderRecheckState>(OrderRecheck.MatterKind);
        services.AddTaskWords(OrderRecheck.MatterKind, ("explain", "说明不满意件"), ("recheck", "复核不满意件"));
        services.AddSingleton(new RailEntry(44, "热线", "不满意件复核", ListRechecks.Here, "document", RecheckPermissions.Read));
        services.AddPermissions(RecheckPermissions.Rows).AddFigures(RecheckFigures.All);
    }

    private static void AddSecondments(IServiceCollection services)
    {
        services.AddScoped<SecondmentDesk>().AddScoped<SecondmentCalls>().AddEvery<SecondmentCalls>("secondments", TimeSpan.FromHours(1), (calls, now, ct) => calls.Run(now, ct));
        services.AddJournalKind(Secondment.MatterKind, "业务骨干选派", id => $"{ListSecondments.Here}/{id}").AddJournalWords<SecondmentVerb>(Secondment.MatterKind).AddJournalWords<SecondmentState>(Secondment.MatterKind);
        services.AddTaskWords(Secondment.MatterKind, ("second", "选派业务骨干"), ("end", "结束选派"));
        services.AddSingleton(new RailEntry(49, "热线", "业务骨干选派", ListSecondments.Here, "users", SecondmentPermissions.Read));
        services.AddPermissions(SecondmentPermissions.Rows).AddFigures(SecondmentFigures.All);
    }

    private static void MapTables(ModelBuilder model)
    {
        AppraisalMapping.Map(model);
        OrderRecheck.Map(model);
        Secondment.Map(model);
    }
}
