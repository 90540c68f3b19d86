using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>POST requests — an order through the door Open311: the same intake as every other, answered with its number at once.</summary>
internal sealed class PostRequest(AppDb db, Writer writer, CountyScope scope, OrderDesk desk, OrderIntake intake, Open311Door door)
{
    // shorter is no story by itself: the service is said before it
    private const int LeastWords = 5;

    public async Task<GeoDocument> Take(HttpContext http, CancellationToken ct)
    {
        var form = await Open311Form.Read(http.Request, ct);
        door.MustBeHere(form["jurisdiction_id"]);
        var key = await door.Enter(http, form["api_key"], ct);
        var by = await desk.ActBy(new Act(key.Actor, http.Act().Now), ct);
        var service = await Service(form["service_code"], by.Act.Today, ct);
        var (draft, sent) = await Read(form, service, (key, by), ct);
        var id = await Record(http, draft, sent, by, ct);
        var taken = await db.Orders.AsNoTracking().Where(o => o.Id == id).Select(o => new { o.Number, o.QueryCode, o.Due }).FirstAsync(ct);
        var notice = $"已受理，预计 {taken.Due:yyyy-MM-dd} 前答复。凭编号 {taken.Number} 和查询码 {taken.QueryCode} 可以在“诉求进度”查看答复并评价。提交的内容会公开，姓名和联系方式不公开。";
        return new("service_requests", new GeoList("request", [new GeoObject(("service_request_id", taken.Number), ("service_notice", notice), ("account_id", form["account_id"]))]));
    }

    private async Task<GeoService> Service(string code, DateOnly today, CancellationToken ct) =>
        code.Length == 0 ? throw new GeoFault(StatusCodes.Status400BadRequest, "service_code: 没有提供。")
        : (await db.GeoServices(ct)).PublicOn(today).FirstOrDefault(s => s.Code == code) ?? throw new GeoFault(StatusCodes.Status404NotFound, "service_code: 没有找到，请用 GET services 列出的代码。");

    private async Task<(OrderDraft Draft, Open311Request Sent)> Read(Open311Form form, GeoService service, (Open311Key Key, OrderAct By) from, CancellationToken ct)
    {
        var errors = new FormErrors();
        var (place, media, phoneFits) = (Place(form, errors), form.MediaUrls(errors), Phone.TryParse(form["phone"], out var phone, out string _));
        Limited(form, errors);
        var answers = Answers(form, service, errors);
        var (name, content) = (NameOf(form["first_name"], form["last_name"]), ContentOf(form, service, answers));
        var input = new OrderInput
        {
            Type = service.Type, Content = content, Address = form["address_string"], Name = name, Anonymous = name.Length == 0 ? "true" : "", Phone = phoneFits ? phone.Value : "",
        };
        if (await intake.Read(input, OrderSource.Open311, doorkeeper: true, from.By.Act.Today, errors, ct) is not { } draft)
        {
            throw GeoFault.Of(errors);
        }

        string[] others = [form["email"], phoneFits ? "" : form["phone"]];
        return (draft with { ContentClass = service.Code, Place = place, Requester = draft.Requester with { Callback = scope.County.Keys.Seal(Joined(others)) } }, new()
        {
            OrderId = Guid.Empty, KeyId = from.Key.Id, ServiceCode = service.Code, Brief = content == form["description"] ? null : form["description"], AddressId = form["address_id"], MediaUrls = media,
            Answers = JsonSerializer.Serialize(answers), Client = scope.County.Keys.Seal(Joined(form["account_id"], form["device_id"])), Digest = form.Digest(), At = from.By.Act.Now,
        });
    }

    private async Task<Guid> Record(HttpContext http, OrderDraft draft, Open311Request sent, OrderAct by, CancellationToken ct)
    {
        // the specification knows no key of repetition: without the header, the same within the time of the rule is the same
        var span = TimeSpan.FromSeconds(by.Limits[OrderLimitCode.Open311Repeat]);
        var (said, since) = (http.Request.Headers["Idempotency-Key"].FirstOrDefault(), by.Act.Now - span);
        var receipt = said is { Length: > 0 and <= 60 } ? $"o311/key/{said}" : $"o311/{sent.Digest[..40]}/{by.Act.Now.Ticks / span.Ticks}";
        return await writer.Write(by.Act, receipt, async () =>
        {
            if (said is null && await db.Set<Open311Request>().AsNoTracking().Where(r => r.KeyId == sent.KeyId && r.Digest == sent.Digest && r.At > since).Select(r => (Guid?)r.OrderId).FirstOrDefaultAsync(ct) is { } earlier)
            {
                return earlier;
            }

            var order = intake.Add(draft, by);
            db.Add(sent.Of(order.Id));
            return order.Id;
        }, ct);
    }

    private static GeoPlace? Place(Open311Form form, FormErrors errors)
    {
        var (lat, lng) = (form["lat"], form["long"]);
        if (lat.Length == 0 && lng.Length == 0)
        {
            if (form["address_string"].Length == 0 && form["address_id"].Length == 0)
            {
                errors.Add("lat", "请提供 lat 和 long，或者 address_string，或者 address_id。");
            }

            return null;
        }

        if (GeoPlace.TryParse(lat, lng, out var place))
        {
            return place;
        }

        errors.Add(lat.Length == 0 ? "lat" : "long", "lat 和 long 须同时提供，为 WGS84 的十进制度数，纬度 -90 至 90，经度 -180 至 180。");
        return null;
    }

    private static List<GeoReply> Answers(Open311Form form, GeoService service, FormErrors errors)
    {
        foreach (var asked in service.Asks.Where(a => a.Variable))
        {
            if (asked.Fault(form.Attributes.GetValueOrDefault(asked.Code) ?? []) is { } fault)
            {
                errors.Add($"attribute[{asked.Code}]", fault);
            }
        }

        if (form.Attributes.Values.SelectMany(v => v).Any(v => v.Length > 2000))
        {
            errors.Add("attribute", "每项不能超过 2000 个字。");
        }

        // what the service does not ask is kept as it came: clients send along what they know
        return [.. form.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a =>
        {
            var asked = service.Asks.FirstOrDefault(s => s.Code == a.Key);
            return new GeoReply(a.Key, asked?.Description ?? a.Key, a.Value, string.Join("、", a.Value.Select(v => asked?.Words(v) ?? v)));
        })];
    }

    private static void Limited(Open311Form form, FormErrors errors)
    {
        foreach (var field in new[] { "email", "device_id", "account_id", "address_id", "phone" }.Where(f => form[f].Length > 200))
        {
            errors.Add(field, "不能超过 200 个字符。");
        }
    }

    // Chinese names are written together, family name first; others are not
    private static string NameOf(string first, string last) => (first + last).Any(c => c is >= '\u4e00' and <= '\u9fff') ? last.TrimEnd('-') + first : $"{first} {(last == "-" ? "" : last)}".Trim();

    private static string ContentOf(Open311Form form, GeoService service, List<GeoReply> answers)
    {
        var told = form["description"];
        return told.Length >= LeastWords ? told : string.Join("；", new[] { $"{service.Name}：{told}" }.Concat(answers.Select(a => $"{a.Question}：{a.Words}"))) + "（经 Open311 提交）";
    }

    private static string? Joined(params string[] parts) => parts.Any(p => p.Length > 0) ? string.Join("，", parts.Where(p => p.Length > 0)) : null;
}

/// <summary>Where: degrees of WGS84, as the specification has them.</summary>
internal sealed record GeoPlace(double Latitude, double Longitude)
{
    public static bool TryParse(string latitude, string longitude, out GeoPlace? place)
    {
        place = TryParse(latitude, 90, out var lat) && TryParse(longitude, 180, out var lng) ? new(lat, lng) : null;
        return place is not null;
    }

    private static bool TryParse(string text, double most, out double degrees) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees) && Math.Abs(degrees) <= most;
}
