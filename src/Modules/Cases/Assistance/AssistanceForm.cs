using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Assistance;

/// <summary>A request for help as it was typed, so that the page can show it again.</summary>
public sealed record AssistanceInput
{
    public string Door { get; init; } = "";

    public string Name { get; init; } = "";

    public string Number { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Area { get; init; } = "";

    public string Address { get; init; } = "";

    public string Wish { get; init; } = "";

    public static AssistanceInput From(IFormCollection form)
    {
        string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        return new() { Door = Text("door"), Name = Text("name"), Number = Text("number"), Phone = Text("phone"), Area = Text("area"), Address = Text("address"), Wish = Text("wish") };
    }
}

/// <summary>Reads a request for help; the area must be one that the asker may name.</summary>
internal sealed class AssistanceForm(CountyScope scope)
{
    public async Task<AssistanceRequest?> Read(AssistanceInput input, IQueryable<DivisionRef> places, Guid? account, FormErrors errors, CancellationToken ct)
    {
        var door = AssistanceDoor.Portal;
        if (account is null && (!Enum.TryParse(input.Door, out door) || !Enum.IsDefined(door) || door == AssistanceDoor.Portal))
        {
            errors.Add("door", "请选择申请方式。");
        }

        if (input.Name.Length is < 2 or > 50)
        {
            errors.Add("name", "请填写姓名，2 至 50 个字。");
        }

        if (!ResidentId.TryParse(input.Number, out var number, out string noNumber))
        {
            errors.Add("number", noNumber);
        }

        if (!Kernel.Phone.TryParse(input.Phone, out var phone, out string noPhone))
        {
            errors.Add("phone", noPhone);
        }

        var area = new AreaCode(input.Area);
        if (input.Area.Length != 12 || !await places.AnyAsync(d => d.Code == area, ct))
        {
            errors.Add("area", "请选择所在的村（社区）。");
        }

        if (input.Wish.Length is < 2 or > 1000)
        {
            errors.Add("wish", "请写明要办的事，2 至 1000 个字。");
        }

        if (input.Address.Length > 200)
        {
            errors.Add("address", "不能超过 200 个字。");
        }

        var keys = scope.County.Keys;
        return errors.Count > 0 ? null : new(door, new AssistedPerson
        {
            Name = input.Name, Number = keys.Seal(number.Value), NumberIndex = keys.IndexOf(number.Value), Phone = keys.Seal(phone.Value), Address = input.Address,
        }, area, input.Wish, account);
    }

    /// <summary>Villages grouped by their town.</summary>
    public static async Task<IReadOnlyList<Choice>> Places(AppDb db, IQueryable<DivisionRef> places, CancellationToken ct)
    {
        var found = await places.OrderBy(d => d.Code).Select(d => new { d.Code, d.Name, d.Level, d.Parent }).ToListAsync(ct);
        var towns = await db.DivisionRefs.Where(d => d.Level == 5).ToDictionaryAsync(d => d.Code, d => d.Name, ct);
        return [.. found.Select(d => new Choice(d.Code.Value, d.Name, null, d.Level == 5 ? d.Name : d.Parent is { } town ? towns.GetValueOrDefault(town, "其他") : "其他"))];
    }
}
