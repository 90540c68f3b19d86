global using CaseLimits = Yimen.Platform.Limits.Limits<Yimen.Cases.Limits.CaseLimitCode>;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Limits;

namespace Yimen.Cases.Limits;

/// <summary>时限规则 — the room's dated values.</summary>
internal static class CaseLimitTable
{
    public static readonly LimitTable<CaseLimitCode> The = new("case-limits", "时限规则", "/desk/case-limits", 999) { Lead = "法律和本地规定的时限都按生效日期执行；已经计算的期限不因新规则改变。" };

    extension(AppDb db)
    {
        /// <summary>The values in force on a day: the county's own before those shipped.</summary>
        public Task<CaseLimits> LimitsOn(DateOnly day, CancellationToken ct) => The.On(db, day, ct);
    }

    extension(CaseLimits limits)
    {
        /// <summary>The last day to tell whether what was complete on a day is accepted (行政许可法 第三十二条).</summary>
        public DateOnly TellBy(LegalClock clock, DateOnly complete) => clock.Due(complete, limits.Days(CaseLimitCode.Reception))!.Value;
    }
}
