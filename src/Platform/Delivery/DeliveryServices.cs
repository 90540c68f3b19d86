using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Delivery;

public static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddModel(OutboxMessage.Map).AddModel(Message.Map).AddModel(WeComApp.Map);
        services.AddSingleton<DeliverySettings>();
        services.AddSingleton<ILetterCarrier, MailCarrier>();
        services.AddSingleton<ILetterCarrier, SmsCarrier>();
        services.AddScoped<ILetterCarrier, WeComCarrier>().AddSingleton<WeComApi>();
        services.AddScoped<Outbox>();
        services.AddScoped<OutboxSender>();
        services.AddScoped<OutboxList>();
        services.AddPermissions(
            new Permission("delivery.read", "查看消息发送", Roles.Administrator, Roles.Director, Roles.Office),
            new Permission("delivery.retry", "重发失败消息", Roles.Administrator, Roles.Office));
        services.AddSingleton(new RailEntry(800, "运行", "消息发送", "/desk/outbox", "mail", "delivery.read"));
        return services;
    }

    public static void MapDelivery(this IEndpointRouteBuilder app)
    {
        OutboxPages.Map(app);
        MessagePages.Map(app);
    }
}
