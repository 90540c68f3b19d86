using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Channels;
using Yimen.Hotline.World;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Platform.Worlds;

namespace Yimen.Hotline;

/// <summary>How a unit's people are reached when it matters: their channels, and the urgent contact that goes through them.</summary>
internal static class ChannelSlices
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddScoped<ContactPlans>().AddScoped<UrgentCalling>().AddScoped<ListContacts.Reading>().AddScoped<UnitContacts.Reading>().AddScoped<KeepContacts.Keeping>();
        services.AddScoped<AcknowledgeOrder.Answering>().AddScoped<LogCalls.Logging>();
        services.AddEvery<UrgentCalling>("urgent-contacts", TimeSpan.FromSeconds(10), (urgent, now, ct) => urgent.Run(now, ct));
        services.AddJournalKind(ContactBook.MatterKind, "联络渠道", _ => ListContacts.Here).AddJournalWords<ContactVerb>(ContactBook.MatterKind);
        services.AddJournalKind(UrgentContact.MatterKind, "紧急联络", _ => ListUrgent.Here).AddJournalWords<UrgentVerb>(UrgentContact.MatterKind).AddJournalWords<UrgentState>(UrgentContact.MatterKind);
        services.AddTaskWords(UrgentContact.MatterKind, ("urgent-call", "紧急电话"), ("urgent-unanswered", "紧急工单无人应答"));
        services.AddSingleton(new RailEntry(42, "热线", "紧急联络", ListUrgent.Here, "bell", ChannelPermissions.Read));
        services.AddSingleton(new RailEntry(50, "热线", "联络渠道", ListContacts.Here, "users", ChannelPermissions.Read));
        services.AddWorldPart(62, "联络渠道", ContactsWorld.Load);
        return services.AddModel(ContactMapping.Map).AddPermissions(ChannelPermissions.Rows);
    }

    public static void MapChannels(this IEndpointRouteBuilder app)
    {
        ListContacts.Map(app);
        ExportContacts.Map(app);
        UnitContacts.Map(app);
        KeepContacts.Map(app);
        ListUrgent.Map(app);
        AcknowledgeOrder.Map(app);
        LogCalls.Map(app);
    }
}
