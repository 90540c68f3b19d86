using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Delivery;

public sealed record MessageRow(Guid Id, string Subject, string Body, string? Href, DateTimeOffset At, bool Unread);

public sealed record MessagesView(IReadOnlyList<MessageRow> Rows, Paging Paging, int Unread);

/// <summary>我的消息 — what the house has said to the signed-in person.</summary>
internal static class MessagePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/my/messages", Show).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/my/messages/{id:guid}", Open).RequireAuthorization().ExcludeFromDescription();
        app.MapPost("/my/messages/read", MarkRead).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, AppDb db, CountyScope scope)
    {
        var (me, ct) = (http.Visitor.Actor.AccountId, http.RequestAborted);
        var mine = db.MessagesOf(me).AsNoTracking();
        var paging = Paging.Of(http.Request.Query["page"], http.Request.Query["size"], await mine.CountAsync(ct));
        var rows = await mine.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(ct);
        return Page.Of<MessagesPage>(http, new MessagesView(
            [.. rows.Select(m => new MessageRow(m.Id, m.Subject, scope.County.Keys.Open(m.Body) ?? "", m.Href, m.At, m.ReadAt is null))], paging, await db.UnreadOf(me, ct)));
    }

    /// <summary>打开 — the message with where it leads; whoever opened it has read it.</summary>
    private static async Task<IResult> Open(HttpContext http, Guid id, AppDb db, Writer writer, CountyScope scope)
    {
        var (act, ct) = (http.Act(), http.RequestAborted);
        var message = await db.MessagesOf(act.By.AccountId).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new NotThere();
        if (message.ReadAt is null)
        {
            await writer.Write(act, async () => (await db.MessagesOf(act.By.AccountId).FirstAsync(m => m.Id == id, ct)).ReadAt ??= act.Now, ct);
        }

        return Page.Of<MessagePage>(http, new MessageRow(message.Id, message.Subject, scope.County.Keys.Open(message.Body) ?? "", message.Href, message.At, false));
    }

    private static async Task<IResult> MarkRead(HttpContext http, AppDb db, Writer writer)
    {
        var (act, ct) = (http.Act(), http.RequestAborted);
        await writer.Write(act, async () =>
        {
            foreach (var message in await db.MessagesOf(act.By.AccountId).Where(m => m.ReadAt == null).ToListAsync(ct))
            {
                message.ReadAt = act.Now;
            }
        }, ct);
        return Page.Then(http, "/my/messages", "消息已全部标为已读。");
    }
}
