using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Archive;
using Yimen.Cases.Certificate;
using Yimen.Cases.Clocks;
using Yimen.Cases.Correction;
using Yimen.Cases.Ending;
using Yimen.Cases.HandingIn;
using Yimen.Cases.Hearings;
using Yimen.Cases.Limits;
using Yimen.Cases.Motions;
using Yimen.Cases.Papers;
using Yimen.Cases.Refusal;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Jobs;
using Yimen.Platform.Journal;
using Yimen.Platform.Limits;

namespace Yimen.Cases;

/// <summary>The law of a case, slice by slice (domain C1–C5).</summary>
internal static class LawSlices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<CaseLetters>().AddScoped<AskCorrection.Asking>().AddScoped<SupplyMaterials.Supplying>().AddScoped<AskHead.Asking>().AddScoped<AnswerMotion.Answering>();
        services.AddScoped<TellHearing.Telling>().AddScoped<AskHearing.Asking>().AddScoped<NotifyHearing.Notifying>().AddScoped<ServeLetters.Reading>();
        services.AddDocumentDoor(HearingLetters.Door);
        services.AddScoped<ArchiveCase.Archiving>().AddScoped<ArchivePackage>().AddScoped<ArchiveBatch.Pile>().AddScoped<ClockLetters>().AddScoped<ClockWatch>();
        services.AddSingleton(new RailEntry(27, "办件", "待归档", ListUnarchived.Here, "document", CasePermissions.Read));
        services.AddSingleton(new RailEntry(28, "办件", "超时预警", "/desk/crossings", "clock", CasePermissions.Read));
        services.AddSingleton(new RailEntry(29, "办件", "时限规则", "/desk/case-limits", "calendar", CasePermissions.Read));
        services.AddLimits(CaseLimitTable.The);
        services.AddEvery<ClockWatch>("case-clocks", TimeSpan.FromMinutes(10), (watch, now, ct) => watch.Run(now, ct));
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        AskCorrection.Map(app);
        SupplyMaterials.Map(app);
        AnswerCorrection.Map(app);
        HandIn.Map(app);
        RefuseCase.Map(app);
        AskHead.Map(app);
        AnswerMotion.Map(app);
        ResumeCase.Map(app);
        TellHearing.Map(app);
        AskHearing.Map(app);
        NotifyHearing.Map(app);
        ServeLetters.Map(app);
        RecordHearing.Map(app);
        WithdrawCase.Map(app);
        CertifyCase.Map(app);
        ArchiveCase.Map(app);
        ListUnarchived.Map(app);
        ArchiveBatch.Map(app);
        ShowClock.Map(app);
        ListCrossings.Map(app);
        app.MapLimits(CaseLimitTable.The, CasePermissions.Read, CasePermissions.SetLimits);
    }
}
