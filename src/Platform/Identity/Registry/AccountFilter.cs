using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Platform.Identity.Registry;

/// <summary>What the list of accounts is asked for; it stands in the address.</summary>
public sealed record AccountFilter(string? Q, string? Kind, string? State, string? Role, string? Sort)
{
    internal IQueryable<Account> Of(AppDb db)
    {
        IQueryable<Account> rows = db.Set<Account>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var (text, user) = (Q.Trim(), Account.Normal(Q));
            rows = rows.Where(a => a.DisplayName.Contains(text) || a.NormalizedUserName!.Contains(user));
        }

        if (Enum.TryParse<AccountKind>(Kind, out var kind))
        {
            rows = rows.Where(a => a.Kind == kind);
        }

        if (Enum.TryParse<AccountState>(State, out var state))
        {
            rows = rows.Where(a => a.State == state);
        }

        return string.IsNullOrEmpty(Role) ? rows : rows.Where(a => a.Grants.Any(g => g.Role == Role));
    }

    internal IQueryable<Account> Sorted(IQueryable<Account> rows) => Sort switch
    {
        "name" => rows.OrderBy(a => a.DisplayName).ThenBy(a => a.Id),
        "-name" => rows.OrderByDescending(a => a.DisplayName).ThenBy(a => a.Id),
        "opened" => rows.OrderBy(a => a.OpenedAt).ThenBy(a => a.Id),
        "-opened" => rows.OrderByDescending(a => a.OpenedAt).ThenBy(a => a.Id),
        "-user" => rows.OrderByDescending(a => a.NormalizedUserName).ThenBy(a => a.Id),
        _ => rows.OrderBy(a => a.NormalizedUserName).ThenBy(a => a.Id),
    };
}
