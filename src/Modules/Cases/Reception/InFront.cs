using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Reception;

/// <summary>眼前的申请人 — who stands at the window now: by card, or by a number that was typed.</summary>
/// <param name="CardRead">The number came from the card.</param>
/// <param name="Until">After that they have gone.</param>
internal sealed record InFront(string Name, string Number, string Address, bool CardRead, DateTimeOffset Until)
{
    public ApplicantKind Kind => ResidentId.TryParse(Number, out _, out string _) ? ApplicantKind.Person : ApplicantKind.Organisation;
}

/// <summary>What is known of them from before.</summary>
/// <param name="Last">As they stood in their newest case.</param>
internal sealed record KnownApplicant(Applicant Last, IReadOnlyList<EarlierRow> Earlier);

/// <summary>One of their earlier matters.</summary>
public sealed record EarlierRow(Guid Id, string Number, string Item, DateTimeOffset? At, string State);

/// <summary>Keeps who stands in front in a sealed cookie of this browser for a few minutes, never in an address; and finds what is known of them.</summary>
internal sealed class FrontDesk(AppDb db, CountyScope scope, PermissionTable table, TimeProvider time, IDataProtectionProvider protection)
{
    private const string Cookie = "front";
    private const int MostEarlier = 5;

    private static readonly TimeSpan Stays = TimeSpan.FromMinutes(10);

    private IDataProtector Protector => protection.CreateProtector(nameof(FrontDesk), scope.County.Code);

    /// <summary>Null when nobody was named, the time is over, or the cookie is not ours.</summary>
    public InFront? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var front = JsonSerializer.Deserialize<InFront>(Protector.Unprotect(text));
            return front is not null && front.Until > time.Now() ? front : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext http, string name, string number, string address, bool read)
    {
        var front = new InFront(name, number, address, read, time.Now() + Stays);
        http.Response.Cookies.Append(Cookie, Protector.Protect(JsonSerializer.Serialize(front)), Options(http, Stays));
    }

    public static void Forget(HttpContext http) => http.Response.Cookies.Append(Cookie, "", Options(http, TimeSpan.Zero));

    /// <summary>Null when they were never here, or not within what this clerk may see.</summary>
    public async Task<KnownApplicant?> Known(HttpContext http, InFront front, CancellationToken ct)
    {
        var index = scope.County.Keys.IndexOf(front.Number);
        var cases = await db.Cases.AsNoTracking().Real.Within(http.Visitor, table, CasePermissions.Read).Where(c => c.ApplicantIndex == index)
            .OrderByDescending(c => c.FiledAt).ThenBy(c => c.Id).Take(MostEarlier).ToListAsync(ct);
        return cases.Count == 0 ? null : new(cases[0].Applicant,
            [.. cases.Select(c => new EarlierRow(c.Id, c.Number, c.ItemName, c.FiledAt, Label.Of(c.State)))]);
    }

    /// <summary>The form as it stands before the clerk touches it: from the card and from what is known. The phone is masked; posted back as it is, it is the known one.</summary>
    public async Task<(ReceptionInput Input, KnownApplicant? Known)> Fill(HttpContext http, ReceptionInput empty, CancellationToken ct)
    {
        if (Of(http) is not { } front)
        {
            return (empty, null);
        }

        var known = await Known(http, front, ct);
        var last = known?.Last;
        return (empty with
        {
            Applicant = new()
            {
                Kind = front.Kind.ToString(), Name = front.Name.Length > 0 ? front.Name : last?.Name ?? "", Number = front.Number, Phone = Masked(last),
                Address = front.Address.Length > 0 ? front.Address : last?.Address ?? "", Agent = last?.Agent ?? "",
            },
        }, known);
    }

    /// <summary>What was posted, with the known phone where its mask came back, and whether the number is the card's.</summary>
    public async Task<(ApplicantInput Input, bool CardRead)> Read(HttpContext http, ApplicantInput posted, CancellationToken ct)
    {
        if (Of(http) is not { } front || !string.Equals(front.Number, posted.Number, StringComparison.OrdinalIgnoreCase))
        {
            return (posted, false);
        }

        var last = posted.Phone.Contains('*') ? (await Known(http, front, ct))?.Last : null;
        return (last is not null && posted.Phone == Masked(last) ? posted with { Phone = scope.County.Keys.Open(last.Phone) ?? "" } : posted, front.CardRead);
    }

    public string Masked(Applicant? last) => last is null ? "" : Masking.Phone(scope.County.Keys.Open(last.Phone));

    private static CookieOptions Options(HttpContext http, TimeSpan stays) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, MaxAge = stays, Path = (http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "") + "/desk/reception",
    };
}
