using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Open311;

internal enum ServiceVerb
{
    [Label("设定公开事项")] Set,
}

/// <summary>One rule of the county's own: from its day on a class is published so, or not at all.</summary>
internal sealed class DatedService
{
    public const int MostAsks = 8000;

    public required string Code { get; init; }

    public required DateOnly From { get; init; }

    public bool Public { get; private set; }

    public string Why { get; private set; } = "";

    public string Group { get; private set; } = "";

    public string Keywords { get; private set; } = "";

    /// <summary>诉求类型 of what is reported; empty where nothing is.</summary>
    public string Type { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>附加问题 as JSON.</summary>
    public string Asks { get; private set; } = "[]";

    public GeoService Rule => new(Code, From, Public, Why, Group, Keywords, Type, Description, JsonSerializer.Deserialize<List<GeoAttribute>>(Asks, JsonSerializerOptions.Web));

    internal void Say(GeoService rule) => (Public, Why, Group, Keywords, Type, Description, Asks) =
        (rule.Public, rule.Why, rule.Group, rule.Keywords, rule.Type, rule.Description, JsonSerializer.Serialize(rule.Asks, JsonSerializerOptions.Web));
}

/// <summary>公开事项（本县设定） — the county's own rules over those shipped: a matter, so that who set what, when and why is in the journal.</summary>
internal sealed class ServiceBook : DatedBook<DatedService>
{
    public const string MatterKind = "open311-services";

    /// <summary>The county's book, begun where it has none yet.</summary>
    public static async Task<ServiceBook> Of(AppDb db, Func<Guid> newId, CancellationToken ct) => await Begun<ServiceBook>(db, MatterKind, ct) ?? db.Add(new ServiceBook { Id = newId(), Kind = MatterKind }).Entity;

    /// <summary>设定公开事项 — from a day to come on. Said again for the same day it takes the place of what was said.</summary>
    /// <param name="rule">Its class is one of the county's; it is published only with all that others need to be told.</param>
    /// <param name="before">What held until then.</param>
    /// <param name="act">Who sets it, and when.</param>
    /// <exception cref="RuleViolation"><c>service-backwards</c>, <c>service-report</c>, <c>service-bare</c>.</exception>
    public void Set(GeoService rule, GeoService? before, Act act)
    {
        _ = rule.From <= act.Today ? throw new RuleViolation("service-backwards", "生效日期最早为明天：今天的已经按现行的设定公开，不再改变。")
            : rule.Public && rule.Type == nameof(OrderType.Report) ? throw new RuleViolation("service-report", "举报一律不公开，请选择其他诉求类型，或者改为不公开。")
            : rule.Public && (rule.Description.Length == 0 || rule.Group.Length == 0 || rule.Type.Length == 0) ? throw new RuleViolation("service-bare", "公开的事项须有说明、分组和诉求类型。")
            : 0;
        var row = Kept.FirstOrDefault(r => r.Code == rule.Code && r.From == rule.From);
        if (row is null)
        {
            Kept.Add(row = new() { Code = rule.Code, From = rule.From });
        }

        row.Say(rule);
        Trail.Note(act, nameof(ServiceVerb.Set), null, null, new Change(rule.Code, before is null ? null : Words(before), Words(rule)), new("生效日期", null, $"{rule.From:yyyy-MM-dd}"), new("理由", null, rule.Why));
    }

    private static string Words(GeoService rule) => rule.Public ? $"公开（{rule.Group}，附加问题 {rule.Asks.Count} 个）" : "不公开";

    public static void Map(ModelBuilder model) => Map<ServiceBook>(model, "hotline_service_book", "hotline_dated_service", e =>
    {
        e.Ignore(s => s.Rule);
        e.Property(s => s.Why).HasMaxLength(200);
        e.Property(s => s.Group).HasMaxLength(20);
        e.Property(s => s.Keywords).HasMaxLength(200);
        e.Property(s => s.Type).HasMaxLength(20);
        e.Property(s => s.Description).HasMaxLength(500);
        e.Property(s => s.Asks).HasMaxLength(DatedService.MostAsks);
    });
}
