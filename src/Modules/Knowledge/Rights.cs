using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge;

/// <summary>The knowledge base's rows of the permission table, and which right each step of a version asks for.</summary>
internal static class Rights
{
    public const string Read = "knowledge.read";
    public const string Correct = "knowledge.correct";
    public const string Work = "knowledge.work";
    public const string Write = "knowledge.write";
    public const string UnitReview = "knowledge.unit-review";
    public const string Publish = "knowledge.publish";
    public const string Recheck = "knowledge.recheck";
    public const string TakeDown = "knowledge.take-down";
    public const string Answer = "knowledge.answer-correction";
    public const string Import = "knowledge.import";
    public const string Export = "knowledge.export";
    public const string Demand = "knowledge.demand";
    public const string SetLimits = "knowledge.limits";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看知识库", Roles.Hotline, Roles.Liaison, Roles.UnitReviewer, Roles.UnitHead, Roles.UnitEditor, Roles.Approver, Roles.Clerk, Roles.TownClerk,
            Roles.Catalogue, Roles.Coordination, Roles.Office, Roles.Director, Roles.Auditor),
        // whoever audits reads and does nothing that could be audited
        new(Correct, "评价知识条目、提出纠错", Roles.Hotline, Roles.Liaison, Roles.UnitReviewer, Roles.UnitHead, Roles.UnitEditor, Roles.Approver, Roles.Clerk, Roles.TownClerk,
            Roles.Catalogue, Roles.Coordination, Roles.Office, Roles.Director),
        new(Work, "办理知识条目的各个环节", Roles.Liaison, Roles.Hotline, Roles.UnitReviewer, Roles.UnitHead),
        new(Write, "采编、修订知识条目", Roles.Liaison, Roles.Hotline),
        new(UnitReview, "本单位审核知识条目", Roles.UnitReviewer, Roles.UnitHead),
        new(Publish, "审核发布、归档知识条目", Roles.Hotline),
        new(Recheck, "复审知识条目", Roles.Liaison, Roles.UnitReviewer, Roles.UnitHead, Roles.Hotline),
        new(TakeDown, "下架知识条目", Roles.Hotline, Roles.UnitReviewer, Roles.UnitHead),
        new(Answer, "答复知识纠错", Roles.Liaison, Roles.UnitReviewer, Roles.UnitHead),
        new(Import, "批量导入知识条目", Roles.Liaison, Roles.Hotline),
        new(Export, "导出知识条目", Roles.Hotline, Roles.Liaison, Roles.UnitReviewer, Roles.UnitHead, Roles.Coordination, Roles.Office, Roles.Director),
        new(Demand, "查看热门问题和未答问题", Roles.Hotline, Roles.Liaison, Roles.Coordination, Roles.Director),
        new(SetLimits, "设定知识库时限", Roles.Hotline, Roles.Director),
    ];

    /// <summary>A version lies with its editor, then with the unit's reviewer, then with the hotline office; each step is its holder's.</summary>
    public static string Of(ArticleVersionVerb verb, ArticleVersionState from) => (verb, from) switch
    {
        (ArticleVersionVerb.Publish or ArticleVersionVerb.Replace, _) or (ArticleVersionVerb.Return, ArticleVersionState.HotlineReview) => Publish,
        (ArticleVersionVerb.UnitApprove or ArticleVersionVerb.Return, _) => UnitReview,
        _ => Write,
    };

    extension(HttpContext http)
    {
        /// <summary>The scopes within which the visitor may do <paramref name="verb"/>.</summary>
        public IReadOnlyList<RoleScope> Reach(string verb) => http.Visitor.ScopesFor(http.RequestServices.GetRequiredService<PermissionTable>(), verb);

        public bool May(string verb, UnitId unit) => http.Reach(verb).Any(s => s.Unit is null ? s.Area is null : s.Unit == unit);

        /// <summary>Whether what is being written for a unit is the visitor's to see.</summary>
        public bool MayWork(UnitId unit) => http.May(Write, unit) || http.May(UnitReview, unit) || http.May(Publish, unit);

        public bool MaySomewhere(string verb) => http.Reach(verb).Count > 0;
    }
}
