using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Progress;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Grievances;

/// <summary>办不成事反映 on the portal: written with or without an account, looked up by number and query code. Wrong number and wrong code are answered alike.</summary>
internal static class FileGrievance
{
    private const string Here = "/grievances";
    private const string Wrong = "没有查到。请核对反映编号和查询码。";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Here, Show).AllowAnonymous();
        app.MapGet(Here + "/new", (HttpContext http) => Page.Of<FilePage>(http, new FileView(Mine(http), new()))).AllowAnonymous();
        app.MapPost(Here + "/new", Post).AllowAnonymous();
    }

    private static GrievanceInput Mine(HttpContext http) => new() { Name = http.Visitor.IsSignedIn ? http.Visitor.Actor.Name : "" };

    private static async Task<IResult> Post(HttpContext http, IFormCollection form, AppDb db, GrievanceDesk desk, GrievanceReading reading, CancellationToken ct)
    {
        var (input, errors, centre) = (GrievanceInput.From(form), new FormErrors(), await desk.Centre(ct));
        var onto = new GrievanceRecord
        {
            Channel = GrievanceChannel.Portal, AccountId = http.Visitor.IsSignedIn ? http.Visitor.Actor.AccountId : null, Name = "", Matter = "", Centre = centre.Id, Area = centre.Area,
        };
        if (await reading.Read(input, errors, onto, ct) is not { } record)
        {
            return Page.Again<FilePage>(http, new FileView(input, errors));
        }

        var id = await desk.Record(http, record, ct);
        var filed = await db.Grievances.AsNoTracking().FirstAsync(g => g.Id == id, ct);
        return Page.Then(http, $"{Here}?number={filed.Number}&code={filed.QueryCode}", "已收到您的反映。请记下编号和查询码，或把本页打印出来。");
    }

    private static async Task<IResult> Show(HttpContext http, string? number, string? code, AppDb db, GrievanceDesk desk, GrievanceReading reading, ProgressTries tries, CountyScope scope, CancellationToken ct)
    {
        // what one person looked up at the hall's machine is not for the next
        http.Response.Headers.CacheControl = "no-store";
        var (asked, given, errors) = (Tidy(number, 20), Tidy(code, 12), new FormErrors());
        if (asked.Length == 0 || given.Length == 0)
        {
            return Page.Of<LookUpPage>(http, new LookUpView(asked, given, null, errors));
        }

        if (!tries.Take(scope.County.Code, http.Connection.RemoteIpAddress?.ToString(), asked))
        {
            errors.Add("", "查询过于频繁，请 5 分钟后再试。");
            return Page.Of<LookUpPage>(http, new LookUpView(asked, given, null, errors), StatusCodes.Status429TooManyRequests);
        }

        var found = await db.Grievances.AsNoTracking().Whole.FirstOrDefaultAsync(g => g.Number == asked, ct);
        if (!Same(found?.QueryCode ?? "", given) || found is null)
        {
            errors.Add("", Wrong);
            return Page.Of<LookUpPage>(http, new LookUpView(asked, given, null, errors), StatusCodes.Status404NotFound);
        }

        return Page.Of<LookUpPage>(http, new LookUpView(asked, given, TheirGrievanceView.As(found, await reading.View(found, await desk.Clock(ct), http.Act().Today, ct)), errors));
    }

    // typed from paper: spaces and lower case do not matter
    private static string Tidy(string? text, int most)
    {
        var tidy = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return tidy.Length > most ? tidy[..most] : tidy;
    }

    private static bool Same(string stands, string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stands), Encoding.UTF8.GetBytes(given));
}

public sealed record FileView(GrievanceInput Input, FormErrors Errors);

public sealed record LookUpView(string Number, string Code, TheirGrievanceView? Found, FormErrors Errors);
