using Microsoft.AspNetCore.Http;
using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Ui;

namespace Yimen.Cases;

/// <summary>申请人 as typed: all text, so that a page can show it again with what is wrong.</summary>
public sealed record ApplicantInput
{
    public string Kind { get; init; } = "Person";

    public string Name { get; init; } = "";

    /// <summary>身份证号码 or 统一社会信用代码.</summary>
    public string Number { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Address { get; init; } = "";

    public string Agent { get; init; } = "";

    public static ApplicantInput From(IFormCollection form) => new()
    {
        Kind = form["kind"].FirstOrDefault() ?? "Person",
        Name = form["name"].FirstOrDefault()?.Trim() ?? "",
        Number = form["number"].FirstOrDefault()?.Trim() ?? "",
        Phone = form["phone"].FirstOrDefault()?.Trim() ?? "",
        Address = form["address"].FirstOrDefault()?.Trim() ?? "",
        Agent = form["agent"].FirstOrDefault()?.Trim() ?? "",
    };

    /// <summary>The applicant with number and phone sealed, or null with every fault named at its field.</summary>
    internal Applicant? Read(CountyKeys keys, FormErrors errors)
    {
        if (!Enum.TryParse<ApplicantKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            errors.Add("kind", "请选择申请人类型。");
        }

        Check(errors, "name", Name, 100, kind == ApplicantKind.Organisation ? "请填写单位名称。" : "请填写姓名。");
        Check(errors, "address", Address, 200, null);
        Check(errors, "agent", Agent, 50, null);
        var number = ReadNumber(kind, errors);
        if (!Kernel.Phone.TryParse(Phone, out var phone, out var fault))
        {
            errors.Add("phone", fault);
        }

        return errors.Count > 0 ? null : new Applicant
        {
            Kind = kind, Name = Name, Number = keys.Seal(number), NumberIndex = keys.IndexOf(number!),
            Phone = keys.Seal(phone.Value), PhoneIndex = keys.IndexOf(phone.Value), Address = Address, Agent = Agent,
        };
    }

    private string? ReadNumber(ApplicantKind kind, FormErrors errors)
    {
        string fault;
        if (kind == ApplicantKind.Organisation)
        {
            if (CreditCode.TryParse(Number, out var code, out fault))
            {
                return code.Value;
            }
        }
        else if (ResidentId.TryParse(Number, out var id, out fault))
        {
            return id.Value;
        }

        errors.Add("number", fault);
        return null;
    }

    private static void Check(FormErrors errors, string field, string value, int most, string? whenEmpty)
    {
        if (value.Length == 0 && whenEmpty is not null)
        {
            errors.Add(field, whenEmpty);
        }
        else if (value.Length > most)
        {
            errors.Add(field, $"不能超过 {most} 个字。");
        }
    }
}
