using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Identity;
using Yimen.Platform.Tasks;

namespace Yimen.Portal.Inbox;

/// <summary>Whose task it is: the queues of the visitor's roles within their units and areas, and what they or those they stand in for hold.</summary>
internal static class InboxScope
{
    /// <summary>我的队列 — open, nobody's, and within one of the visitor's scopes.</summary>
    public static IQueryable<InboxTask> Queue(this IQueryable<InboxTask> tasks, Visitor visitor)
    {
        // scopes of the same unit and area are one condition with several roles, so that an index answers it
        var conditions = visitor.Scopes.GroupBy(s => (s.Unit, s.Area)).Select(g => Within(g.Key.Unit, g.Key.Area, [.. g.Select(s => s.Role).Distinct()])).ToList();
        var open = tasks.Where(t => t.ClosedAt == null && t.Holder == null);
        return conditions.Count == 0 ? open.Where(t => false) : open.Where(conditions.Aggregate(Or));
    }

    /// <summary>我的 — held by the visitor, or by somebody they stand in for.</summary>
    public static IQueryable<InboxTask> HeldBy(this IQueryable<InboxTask> tasks, IReadOnlyList<Guid> holders) =>
        holders is [var one]
            ? tasks.Where(t => t.ClosedAt == null && t.Holder == one)
            : tasks.Where(t => t.ClosedAt == null && t.Holder != null && holders.Contains(t.Holder.Value));

    private static Expression<Func<InboxTask, bool>> Within(Kernel.UnitId? unit, Kernel.AreaCode? area, List<string> roles)
    {
        Expression<Func<InboxTask, bool>> condition = roles is [var role] ? t => t.Role == role : t => roles.Contains(t.Role);
        condition = unit is { } mine ? And(condition, t => t.Unit == mine) : condition;
        return area is { } place ? And(condition, InArea(place)) : condition;
    }

    private static Expression<Func<InboxTask, bool>> InArea(Kernel.AreaCode area)
    {
        var code = area.Value;
        var prefix = (code.EndsWith("000000", StringComparison.Ordinal) ? code[..6] : code.EndsWith("000", StringComparison.Ordinal) ? code[..9] : code) + "%";
        return t => EF.Functions.Like((string)(object)t.Area!, prefix);
    }

    private static Expression<Func<InboxTask, bool>> Or(Expression<Func<InboxTask, bool>> one, Expression<Func<InboxTask, bool>> other) =>
        Expression.Lambda<Func<InboxTask, bool>>(Expression.OrElse(one.Body, Renamed(other, one)), one.Parameters);

    private static Expression<Func<InboxTask, bool>> And(Expression<Func<InboxTask, bool>> one, Expression<Func<InboxTask, bool>> other) =>
        Expression.Lambda<Func<InboxTask, bool>>(Expression.AndAlso(one.Body, Renamed(other, one)), one.Parameters);

    private static Expression Renamed(LambdaExpression from, LambdaExpression to) => new Renaming(from.Parameters[0], to.Parameters[0]).Visit(from.Body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
