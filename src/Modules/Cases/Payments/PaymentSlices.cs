using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.World;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Cases.Payments;

/// <summary>缴款: one line a slice.</summary>
internal static class PaymentSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<PaymentDesk>().AddScoped<PaymentPapers>().AddScoped<CasePayments>().AddScoped<ShowPayment.Reading>();
        services.AddModel(PaymentMapping.Map).AddPermissions(PaymentPermissions.Rows).AddFigures(PaymentFigures.All);
        services.AddTaskWords(PaymentNotice.MatterKind, ("pay", "待缴款"));
        services.AddJournalKind(PaymentNotice.MatterKind, "缴款通知", id => $"/desk/payments/{id}");
        services.AddWorldPart(52, "缴款通知", PaymentsWorld.Load);
        services.AddSingleton(new RailEntry(24, "办件", "缴款", "/desk/payments", "coin", PaymentPermissions.Read));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        IssuePayment.Map(app);
        ListPayments.Map(app);
        ShowPayment.Map(app);
        SettlePayment.Map(app);
    }
}
