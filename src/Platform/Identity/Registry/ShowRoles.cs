using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;

namespace Yimen.Platform.Identity.Registry;

public sealed record RolesView(IReadOnlyList<Permission> Rows);

/// <summary>权限表 — what each role may do: the table that the program itself consults.</summary>
internal static class ShowRoles
{
    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/roles", Show).RequirePermission(AccountRights.Roles);

    private static IResult Show(HttpContext http, PermissionTable table) => Page.Of<RolesPage>(http, new RolesView(table.Sorted));
}
