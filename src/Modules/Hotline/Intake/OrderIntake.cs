using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline;

/// <summary>Reads what was typed into a draft, naming each fault at its field, and takes the order in.</summary>
internal sealed class OrderIntake(AppDb db, Writer writer, CountyScope scope, OrderDesk desk, CallerFiles files)
{
    private const int CodeLength = 6;
    private const int LeastWords = 5;

    /// <param name="doorkeeper">A caller writes for themselves: told the right door, and asked kindly for other words.</param>
    public async Task<OrderDraft?> Read(OrderInput input, OrderSource source, bool doorkeeper, DateOnly today, FormErrors errors, CancellationToken ct)
    {
        var limits = await desk.LimitsOn(today, ct);
        var type = Enum.TryParse<OrderType>(input.Type, out var t) && Enum.IsDefined(t) ? t : (OrderType?)null;
        if (type is null)
        {
            errors.Add("type", "请选择诉求类型。");
        }

        ReadContent(input, limits[OrderLimitCode.Content], doorkeeper ? (await desk.Codes(ct)).Doorkeeper(today) : null, errors);
        var (anonymous, phone) = (input.Anonymous == "true", ReadPhone(input, source, errors));
        if (!anonymous && input.Name.Length is 0 or > 50)
        {
            errors.Add("name", input.Name.Length == 0 ? "请填写姓名；不愿意留姓名的请勾选匿名。" : "不能超过 50 个字。");
        }

        var details = ReadDetails(input, errors);
        var area = await Area(input, errors, ct);
        var reported = input.Reported.Length == 0 ? (UnitId?)null : await Unit(input.Reported, errors, ct);
        return errors.Count > 0 ? null : new()
        {
            Source = source, Requester = details with { Anonymous = anonymous, Name = scope.County.Keys.Seal(anonymous ? null : input.Name), Phone = scope.County.Keys.Seal(phone), PhoneIndex = phone is null ? "" : scope.County.Keys.IndexOf(phone) },
            Secret = input.Secret == "true", Type = type!.Value, Area = area, Address = input.Address, Title = input.Title, Content = input.Content, Appeal = input.Appeal,
            Urgency = Enum.TryParse<Urgency>(input.Urgency, out var u) && Enum.IsDefined(u) ? u : Urgency.Ordinary, ReportedUnit = reported,
        };
    }

    /// <summary>The same of a form that files may come with.</summary>
    public async Task<OrderDraft?> Read(OrderInput input, IFormCollection form, OrderSource source, bool doorkeeper, DateOnly today, FormErrors errors, CancellationToken ct)
    {
        var draft = await Read(input, source, doorkeeper, today, errors, ct);
        var kept = draft is null ? [] : await files.Receive(form, null, await desk.LimitsOn(today, ct), errors, ct);
        return errors.Count > 0 ? null : draft! with { Files = kept };
    }

    public async Task<Guid> Record(HttpContext http, OrderDraft draft, CancellationToken ct)
    {
        var by = await desk.ActBy(http.Act(), ct);
        return await writer.Write(by.Act, http.IdempotencyKey, () => Task.FromResult(Add(draft, by).Id), ct);
    }

    /// <summary>Inside a change of the writer's: the order, and what may be searched of it.</summary>
    public WorkOrder Add(OrderDraft draft, OrderAct by)
    {
        var order = WorkOrder.Receive(by.NewId(), by.Ids.NewCode(CodeLength), draft, by.Limits.Terms(draft.Type), by.Act, by.Clock);
        files.Enclose(draft.Files, order, by);
        db.Add(order);
        db.Index(order);
        return order;
    }

    private static void ReadContent(OrderInput input, int most, Doorkeeper? doorkeeper, FormErrors errors)
    {
        if (input.Content.Length < LeastWords)
        {
            errors.Add("content", $"请写明诉求内容，不少于 {LeastWords} 个字。");
        }
        else if (input.Content.Length > most)
        {
            errors.Add("content", $"诉求内容不能超过 {Numbers.Thousands(most)} 个字，现有 {Numbers.Thousands(input.Content.Length)} 个字，请精简。");
        }
        else if (!OrderText.Fits(input.Content, input.Title, input.Appeal, input.Address, input.Name))
        {
            errors.Add("content", "含有不能显示的控制字符，请重新输入或者粘贴为纯文本。");
        }
        else if (doorkeeper?.Abusive(input.Content + input.Title) == true)
        {
            errors.Add("content", "您的心情我们理解。请去掉辱骂性的字句再提交，我们好尽快把事情转给有关单位。");
        }
        else if (input.Anyway != "true" && doorkeeper?.RightDoor(input.Content + input.Title) is { } door)
        {
            // words alone do not settle what a matter is about: whoever was told may still hand it in, and the dispatcher reads it
            errors.Add("content", $"{door}确属 12345 热线受理范围的，勾选表单末尾的“仍要提交”后再提交。");
        }

        if (input.Title.Length > 100 || input.Appeal.Length > 500 || input.Address.Length > 200)
        {
            errors.Add(input.Title.Length > 100 ? "title" : input.Appeal.Length > 500 ? "appeal" : "address", "写得太长了，请精简。");
        }
    }

    private static string? ReadPhone(OrderInput input, OrderSource source, FormErrors errors)
    {
        // GeoReport v2 asks for no telephone
        if (input.Phone.Length == 0 && (input.Anonymous == "true" || source == OrderSource.Open311))
        {
            return null;
        }

        if (Phone.TryParse(input.Phone, out var phone, out var fault) && !IsNobodys(phone))
        {
            return phone.Value;
        }

        fault = IsNobodys(phone) ? "这是公共服务号码，请填写能联系到诉求人的手机号码，或带区号的固定电话。" : fault;

        errors.Add("phone", fault);
        return null;
    }

    // 110, 12345: nobody can be called back there
    private static bool IsNobodys(Phone phone) => phone.Kind == PhoneKind.Service && phone.Value is ['1', ..];

    // 匿名: nothing that tells who it was
    private Requester ReadDetails(OrderInput input, FormErrors errors)
    {
        var anonymous = input.Anonymous == "true";
        Phone callback = default;
        ResidentId id = default;
        if (input.Callback.Length > 0 && (!Phone.TryParse(input.Callback, out callback, out var fault) || IsNobodys(callback)))
        {
            errors.Add("callback", fault.Length > 0 ? fault : "这是公共服务号码，请填写能联系到诉求人的号码。");
        }

        if (input.IdNumber.Length > 0 && !anonymous && !ResidentId.TryParse(input.IdNumber, out id, out fault))
        {
            errors.Add("idNumber", fault);
        }

        var keys = scope.County.Keys;
        return new()
        {
            Sex = Enum.TryParse<Sex>(input.Sex, out var sex) && Enum.IsDefined(sex) ? sex : Sex.Unknown, Callback = keys.Seal(input.Callback.Length > 0 ? callback.Value : null),
            IdNumber = keys.Seal(input.IdNumber.Length > 0 && !anonymous ? id.Value : null),
        };
    }

    private async Task<AreaCode> Area(OrderInput input, FormErrors errors, CancellationToken ct)
    {
        var county = new AreaCode(scope.County.Code + "000000");
        var typed = new AreaCode(input.Area);
        if (input.Area.Length == 0 || await db.DivisionRefs.AnyAsync(d => d.Code == typed, ct))
        {
            return input.Area.Length == 0 ? county : typed;
        }

        errors.Add("area", "没有这个镇街，请从列表中选择。");
        return county;
    }

    private async Task<UnitId?> Unit(string typed, FormErrors errors, CancellationToken ct)
    {
        var id = new UnitId(typed);
        if (await db.UnitRefs.AnyAsync(u => u.Id == id, ct))
        {
            return id;
        }

        errors.Add("reported", "没有这个单位，请从列表中选择。");
        return null;
    }
}
