using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>登记反映 — by a clerk at the window, or by whoever of the staff takes the call.</summary>
internal static class RecordGrievance
{
    private const string Here = "/desk/grievances/new";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, async (HttpContext http, CounterWindows windows, CancellationToken ct) =>
            Page.Of<RecordPage>(http, new RecordView(new() { Window = await windows.Usual(http, ct) }, await windows.Choices(http, ct), new()))).RequirePermission(CounterPermissions.RecordGrievance);
        app.MapPost(Here, Post).RequirePermission(CounterPermissions.RecordGrievance);
    }

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, GrievanceDesk desk, GrievanceReading reading, CounterWindows windows, CancellationToken ct)
    {
        var (input, errors) = (GrievanceInput.From(form), new FormErrors());
        var byPhone = input.Channel == nameof(GrievanceChannel.Phone);
        var window = byPhone ? null : await windows.Find(http, input.Window, errors, ct);
        var centre = await desk.Centre(ct);
        var onto = new GrievanceRecord
        {
            Channel = byPhone ? GrievanceChannel.Phone : GrievanceChannel.Window, Window = window?.Code, Name = "", Matter = "", Centre = centre.Id, Area = window?.Area ?? centre.Area,
        };
        if (await reading.Read(input, errors, onto, ct) is not { } record)
        {
            return Page.Again<RecordPage>(http, new RecordView(input, await windows.Choices(http, ct), errors));
        }

        return Page.Then(http, $"/desk/grievances/{await desk.Record(http, record, ct)}", "已登记。请把编号和查询码告诉反映人，他可以在网上或到窗口查看答复。");
    }
}

public sealed record RecordView(GrievanceInput Input, IReadOnlyList<Choice> Windows, FormErrors Errors);
