using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Switches;
using Yimen.Platform.Tasks;
using static Yimen.Platform.Identity.Roles;

namespace Yimen.Hotline.Calls;

/// <summary>本地接听 — the county answers a line of its own. Off as shipped: where the city's platform answers 12345 nothing of it is there.</summary>
internal static class CallSlices
{
    public const string Take = "calls.take";
    public const string Read = "calls.read";
    public const string Report = "calls.report";
    public const string Export = "calls.export";
    public const string Listen = "calls.listen";

    public static readonly Switch Switch = new("call-taking", "本地接听", "本县自己接听热线电话：电话系统上报来电，话务员在电脑上登记。由市平台统一接听的县不启用。") { WhyNotOff = Waiting };

    private static readonly Permission[] Rows =
    [
        new(Read, "查看来电", Roles.Hotline, Director),
        new(Take, "登记来电", Roles.Hotline),
        new(Report, "上报来电（电话系统）", Roles.Hotline),
        new(Export, "导出来电", Roles.Hotline, Director),
        new(Listen, "调取通话录音", Roles.Hotline, Director),
    ];

    public static IServiceCollection AddCalls(this IServiceCollection services)
    {
        services.AddSwitch(Switch).AddScoped<CallDesk>().AddScoped<CallHints>().AddScoped<CallRecording>().AddScoped<CallReading>();
        services.AddSingleton(new RailEntry(39, "热线", "来电", ListCalls.Here, "phone", Read) { Switch = Switch.Code });
        // without a link: who reads the journal takes no calls, and the page is gone with the switch
        services.AddJournalKind(HotlineCall.MatterKind, "本地来电").AddJournalWords<CallVerb>(HotlineCall.MatterKind).AddJournalWords<CallState>(HotlineCall.MatterKind);
        services.AddTaskWords(HotlineCall.MatterKind, ("record", "登记来电"));
        return services.AddModel(CallMapping.Map).AddPermissions(Rows).AddFigures(CallFigures.All);
    }

    public static void MapCalls(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").Behind(Switch);
        CallApi.Map(group);
        ListCalls.Map(group);
        RecordCall.Map(group);
        RecordCallByApi.Map(group);
        ListenToCall.Map(group);
    }

    // what was talked over and not yet written down must not be locked in
    private static async Task<string?> Waiting(AppDb db, CancellationToken ct) =>
        await db.Calls.CountAsync(c => c.State == CallState.Talking || c.State == CallState.Unrecorded, ct) is > 0 and var open
            ? $"还有 {open} 个来电正在通话或者没有登记，请先登记完再停用。"
            : null;
}
