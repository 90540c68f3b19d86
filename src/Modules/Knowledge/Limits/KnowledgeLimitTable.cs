global using KnowledgeLimits = Yimen.Platform.Limits.Limits<Yimen.Knowledge.Limits.KnowledgeLimitCode>;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Limits;

namespace Yimen.Knowledge.Limits;

/// <summary>知识库时限 — the room's dated values.</summary>
internal static class KnowledgeLimitTable
{
    public static readonly LimitTable<KnowledgeLimitCode> The = new("knowledge-limits", "知识库时限", "/desk/knowledge/limits", 999) { Lead = "复审、更新和纠错的期限按生效日期执行；已经算出的期限不因新规则改变。" };

    extension(AppDb db)
    {
        /// <summary>The values in force on a day: the county's own before those shipped.</summary>
        public Task<KnowledgeLimits> KnowledgeLimitsOn(DateOnly day, CancellationToken ct) => The.On(db, day, ct);
    }
}
