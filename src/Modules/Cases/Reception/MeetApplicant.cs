using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Reception;

/// <summary>读卡 — a card on the reader, or a number typed by hand, says who stands at the window.</summary>
internal static class MeetApplicant
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/desk/reception/applicant", Meet).RequirePermission(CasePermissions.Receive);
        app.MapPost("/desk/reception/applicant/leave", (HttpContext http) =>
        {
            FrontDesk.Forget(http);
            return Page.Then(http, "/desk/reception");
        }).RequirePermission(CasePermissions.Receive);
    }

    private static IResult Meet(HttpContext http, IFormCollection form, FrontDesk front)
    {
        var number = (form["id"].FirstOrDefault() ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        string? fault = null;
        var right = ResidentId.TryParse(number, out _, out string notResident) || CreditCode.TryParse(number, out _, out fault);
        if (!right)
        {
            return Page.Then(http, "/desk/reception", $"证件号码不对：{(number.SkipLast(1).All(char.IsAsciiDigit) ? notResident : fault ?? notResident)}");
        }

        front.Remember(http, Short(form["cardName"].FirstOrDefault(), 100), number, Short(form["cardAddress"].FirstOrDefault(), 200), form["cardRead"].FirstOrDefault() == "true");
        return Page.Then(http, "/desk/reception");
    }

    private static string Short(string? text, int most) => text?.Trim() is { } trimmed ? trimmed.Length > most ? trimmed[..most] : trimmed : "";
}
