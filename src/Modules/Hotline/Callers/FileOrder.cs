using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Callers;

public sealed record FileOrderView(RecordView Record, bool Mailbox)
{
    public string Here => Mailbox ? "/orders/mailbox" : "/orders/new";
}

/// <summary>网络问政 and 市长信箱 — written on the portal, with and without an account.</summary>
internal static class FileOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/orders", (HttpContext http) => Page.Of<OrdersFrontPage>(http, new OrdersFrontView(http.Visitor.IsSignedIn))).AllowAnonymous();
        Form(app, "/orders/new", OrderSource.Online);
        Form(app, "/orders/mailbox", OrderSource.Mailbox);
    }

    private static void Form(IEndpointRouteBuilder app, string here, OrderSource source)
    {
        app.MapGet(here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<FileOrderPage>(http, new FileOrderView(await RecordOrder.WithFiles(http, db, Mine(http), new(), ct), source == OrderSource.Mailbox))).AllowAnonymous();
        app.MapPost(here, (HttpContext http, IFormCollection form, AppDb db, OrderIntake intake, CancellationToken ct) => Post(http, form, source, (db, intake), ct)).AllowAnonymous().TakesFiles();
    }

    private static OrderInput Mine(HttpContext http) => new() { Name = http.Visitor.IsSignedIn ? http.Visitor.Actor.Name : "" };

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, OrderSource source, (AppDb Db, OrderIntake Intake) by, CancellationToken ct)
    {
        var (input, errors) = (OrderInput.From(form), new FormErrors());
        if (await by.Intake.Read(input, form, source, doorkeeper: true, http.Act().Today, errors, ct) is not { } draft)
        {
            return Page.Again<FileOrderPage>(http, new FileOrderView(await RecordOrder.WithFiles(http, by.Db, input, errors, ct), source == OrderSource.Mailbox));
        }

        var id = await by.Intake.Record(http, draft with { AccountId = http.Visitor.IsSignedIn ? http.Visitor.Actor.AccountId : null }, ct);
        var filed = await by.Db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Number, o.QueryCode }).FirstAsync(ct);
        return Page.Then(http, $"{Progress.Here}?number={filed.Number}&code={filed.QueryCode}", "已收到您的诉求。请记下编号和查询码，或把本页打印出来。");
    }
}

public sealed record OrdersFrontView(bool SignedIn);
