using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>登记来电 — one page while the caller speaks: who it is, what the office knows, and its end as an order, a direct answer or an invalid call. By keyboard alone.</summary>
internal static class RecordCall
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/calls/{id:guid}", Show).RequirePermission(CallSlices.Read);
        app.MapGet("/desk/calls/{id:guid}/outcome", Show).RequirePermission(CallSlices.Read); // where the browser stands after a refusal
        app.MapPost("/desk/calls/{id:guid}/outcome", Post).RequirePermission(CallSlices.Take);
    }

    private static async Task<IResult> Show(HttpContext http, Guid id, CallReading reading, CancellationToken ct) => Page.Of<CallPage>(http, await reading.View(http, id, null, new(), ct));

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CallRecording recording, CallReading reading, CancellationToken ct)
    {
        var (input, errors, finish) = (CallInput.Of(form), new FormErrors(), form["finish"].FirstOrDefault() ?? "");
        if (form["use"].FirstOrDefault() is { Length: > 0 } use)
        {
            return Page.Of<CallPage>(http, await reading.View(http, id, await recording.Use(use, input, http, ct), errors, ct));
        }

        if (finish == "look")
        {
            return Page.Of<CallPage>(http, await reading.View(http, id, input, errors, ct));
        }

        try
        {
            return await recording.Handle(http, id, finish, input, errors, ct) is { } done
                ? Page.Then(http, $"/desk/calls/{id}", done)
                : Page.Again<CallPage>(http, await reading.View(http, id, input, errors, ct));
        }
        catch (RuleViolation refused)
        {
            // somebody else was quicker: what was typed stays to be read
            errors.Add("", refused.Message);
            return Page.Of<CallPage>(http, await reading.View(http, id, input, errors, ct), StatusCodes.Status409Conflict);
        }
    }
}
