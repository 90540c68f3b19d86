using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Platform.Identity;

/// <summary>One row of the permission table: the verb, what it is called, and the roles that may do it within their scope.</summary>
/// <param name="Verb">Stable, module first: <c>cases.accept</c>.</param>
/// <param name="Name">In Chinese, as /desk/roles shows it.</param>
/// <param name="Roles">Role ids of <see cref="Roles"/>.</param>
public sealed record Permission(string Verb, string Name, params string[] Roles);

/// <summary>What a role may do, gathered from the modules: one readable table, tested as role × verb × area.</summary>
public sealed class PermissionTable(IEnumerable<Permission> rows)
{
    private readonly Dictionary<string, Permission> byVerb = rows.ToDictionary(r => r.Verb);

    public IReadOnlyCollection<Permission> Rows => byVerb.Values;

    /// <summary>By verb, as people read the table.</summary>
    public IReadOnlyList<Permission> Sorted => [.. byVerb.Values.OrderBy(r => r.Verb, StringComparer.Ordinal)];

    /// <summary>The table as Markdown: docs/permissions.md is this text, and a test keeps it so.</summary>
    public string AsMarkdown()
    {
        var roles = Identity.Roles.Names;
        var lines = new List<string>
        {
            "# 权限表",
            "",
            "由程序生成，请勿手工修改。角色的范围（单位、行政区划）在账号的授权里设定，范围以外的内容查不到。",
            "",
            $"| 权限 | {string.Join(" | ", roles.Values)} |",
            $"|---|{string.Concat(Enumerable.Repeat(":-:|", roles.Count))}",
        };
        lines.AddRange(Sorted.Select(row => $"| {row.Name} `{row.Verb}` | {string.Join(" | ", roles.Keys.Select(r => row.Roles.Contains(r) ? "●" : ""))} |"));
        return string.Join('\n', lines) + "\n";
    }

    public IReadOnlyList<string> RolesFor(string verb) => byVerb.TryGetValue(verb, out var row)
        ? row.Roles
        : throw new ArgumentException($"No permission row for '{verb}'.", nameof(verb));
}

public static class Permissions
{
    public static IServiceCollection AddPermissions(this IServiceCollection services, params Permission[] rows)
    {
        foreach (var row in rows)
        {
            services.AddSingleton(row);
        }

        return services;
    }
}
