using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Identity;

namespace Yimen.Catalog;

/// <summary>The catalogue's rows of the permission table, and which right each step of the two lifecycles asks for.</summary>
internal static class Rights
{
    public const string Read = "catalogue.read";
    public const string Edit = "catalogue.edit";
    public const string UnitReview = "catalogue.unit-review";
    public const string Publish = "catalogue.publish";
    public const string Bind = "catalogue.bind";
    public const string Offer = "catalogue.offer";
    public const string Import = "catalogue.import";

    public static readonly Permission[] Rows =
    [
        new(Read, "查看事项", Roles.Catalogue, Roles.Director, Roles.Coordination, Roles.Office, Roles.Auditor, Roles.Clerk, Roles.TownClerk,
            Roles.UnitEditor, Roles.UnitReviewer, Roles.UnitHead, Roles.Approver),
        new(Edit, "认领、编辑、变更事项", Roles.UnitEditor),
        new(UnitReview, "部门审核事项", Roles.UnitReviewer, Roles.UnitHead),
        new(Publish, "中心审核、发布、暂停、取消事项", Roles.Catalogue),
        new(Bind, "配置进驻、窗口和通办", Roles.Catalogue),
        new(Offer, "下发事项批次", Roles.Catalogue),
        new(Import, "批量导入实施清单", Roles.Catalogue),
    ];

    /// <summary>A version lies with its editor, then with the unit's reviewer, then with the centre; each step is its holder's.</summary>
    public static string Of(VersionVerb verb, VersionState from) => (verb, from) switch
    {
        (VersionVerb.Publish or VersionVerb.Replace, _) or (VersionVerb.Return, VersionState.CentreReview) => Publish,
        (VersionVerb.UnitApprove or VersionVerb.Return, _) => UnitReview,
        _ => Edit,
    };

    extension(HttpContext http)
    {
        /// <summary>The scopes within which the visitor may do <paramref name="verb"/>: whose items they find.</summary>
        public IReadOnlyList<RoleScope> Reach(string verb) => http.Visitor.ScopesFor(http.RequestServices.GetRequiredService<PermissionTable>(), verb);

        public bool May(string verb, UnitId unit, AreaCode area) => http.Reach(verb).Any(s => s.Holds(unit, area));

        public bool MaySomewhere(string verb) => http.Reach(verb).Count > 0;
    }
}
