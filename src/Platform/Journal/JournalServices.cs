using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Platform.Journal;

/// <summary>The journal's reading door, its seals, its examination and its pages.</summary>
public static class JournalServices
{
    public static IServiceCollection AddJournal(this IServiceCollection services)
    {
        services.AddModel(JournalMapping.Map).AddModel(JournalSeal.Map).AddModel(ExportRecord.Map);
        services.AddScoped<JournalChanges>();
        services.AddSingleton<JournalWords>();
        services.AddScoped<JournalReader>();
        services.AddScoped<JournalList>().AddScoped<OpenDoors>();
        services.AddScoped<ExportLog>();
        services.AddScoped<PurposeExport>().AddScoped<ListGround>();
        services.AddScoped<JournalSeals>();
        services.AddScoped<JournalCheck>();
        services.AddJournalKind(Account.MatterKind, "账号").AddJournalWords<AccountVerb>(Account.MatterKind).AddJournalWords<AccountState>(Account.MatterKind);
        // 等保三级: the audit log is for the audit administrator, not for the system administrator
        services.AddPermissions(new Permission("journal.read", "查看办理日志", Roles.Auditor), new Permission("journal.export", "导出办理日志", Roles.Auditor));
        services.AddSingleton(new RailEntry(900, "审计", "办理日志", "/desk/journal", "journal", "journal.read"));
        services.AddSingleton(new RailEntry(901, "审计", "导出登记", "/desk/journal/exports", "list", "journal.read"));
        return services;
    }

    public static void MapJournal(this IEndpointRouteBuilder app)
    {
        JournalPages.Map(app);
        JournalExport.Map(app);
        JournalSealPages.Map(app);
    }

    /// <summary>Names a kind of matter for readers of the journal and, when it has a page, where it stands.</summary>
    public static IServiceCollection AddJournalKind(this IServiceCollection services, string kind, string name, Func<Guid, string>? href = null) =>
        services.AddSingleton(new JournalKind(kind, name, href));

    /// <summary>Gives the codes of verbs and states, as they stand in the journal, the labels of their enum's members.</summary>
    public static IServiceCollection AddJournalWords<TEnum>(this IServiceCollection services, string kind)
        where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            services.AddSingleton(new JournalWord(kind, member.ToString(), Kernel.Label.Of(member)));
        }
        return services;
    }
}
