using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

public sealed record RecordView(OrderInput Input, IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Units, FormErrors Errors)
{
    /// <summary>So many files may be sent along.</summary>
    public int MostFiles { get; init; }
}

/// <summary>登记工单 — walk-ins, letters and what came from above.</summary>
internal static class RecordOrder
{
    private const string Here = "/desk/orders/new";

    /// <summary>What comes through doors of their own is not taken down by hand; calls are answered by the city's platform.</summary>
    public static readonly IReadOnlyList<OrderSource> ByHand = [OrderSource.WalkIn, OrderSource.Letter, OrderSource.Assigned];

    public static readonly IReadOnlyList<Choice> Sources = [.. ByHand.Select(s => new Choice(s.ToString(), Kernel.Label.Of(s)))];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, AppDb db, CancellationToken ct) => Page.Of<RecordPage>(http, await WithFiles(http, db, new(), new(), ct))).RequirePermission(OrderPermissions.Record);
        app.MapPost(Here, Post).RequirePermission(OrderPermissions.Record).TakesFiles();
    }

    /// <summary>The lists of the form, also for the portal.</summary>
    public static async Task<RecordView> View(AppDb db, OrderInput input, FormErrors errors, CancellationToken ct) => new(
        input, await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).OrderBy(d => d.Code).Select(d => new Choice(d.Code.Value, d.Name, null, null)).ToListAsync(ct),
        await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).OrderBy(u => u.Kind).ThenBy(u => u.Id).Select(u => new Choice(u.Id.Value, u.ShortName, null, null)).ToListAsync(ct), errors);

    /// <summary>The same for a form that files may come with.</summary>
    public static async Task<RecordView> WithFiles(HttpContext http, AppDb db, OrderInput input, FormErrors errors, CancellationToken ct) =>
        await View(db, input, errors, ct) with { MostFiles = (await db.OrderLimitsOn(http.Act().Today, ct))[OrderLimitCode.Enclosures] };

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, OrderIntake intake, CancellationToken ct)
    {
        var (input, errors) = (OrderInput.From(form), new FormErrors());
        var source = Enum.TryParse<OrderSource>(input.Source, out var s) && ByHand.Contains(s) ? s : OrderSource.WalkIn;
        return await intake.Read(input, form, source, doorkeeper: false, http.Act().Today, errors, ct) is { } draft
            ? Page.Then(http, $"/desk/orders/{await intake.Record(http, draft, ct)}", "已登记。请把编号和查询码告诉诉求人。")
            : Page.Again<RecordPage>(http, await WithFiles(http, db, input, errors, ct));
    }
}
