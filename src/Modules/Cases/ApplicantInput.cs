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

    /// <summary>What a case holds, to be typed over.</summary>
    internal static ApplicantInput Of(Applicant applicant, CountyKeys keys) => new()
    {
        Kind = applicant.Kind.ToString(), Name = applicant.Name, Number = keys.Open(applicant.Number) ?? "", Phone = keys.Open(applicant.Phone) ?? "",
        Address = applicant.Address, Agent = applicant.Agent,
    };

    /// <summary>The applicant with number and phone sealed, or null with every fault named at its field.</summary>
    /// <param name="keys">Seal what is personal.</param>
    /// <param name="errors">Takes the faults.</param>
    /// <param name="gaps">A draft: what is empty may stay so; what was typed must be right.</param>
    internal Applicant? Read(CountyKeys keys, FormErrors errors, bool gaps = false)
    {
        if (!Enum.TryParse<ApplicantKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            errors.Add("kind", "请选择申请人类型。");
        }

        Check(errors, "name", Name, 100, gaps ? null : kind == ApplicantKind.Organisation ? "请填写单位名称。" : "请填写姓名。");
        Check(errors, "address", Address, 200, null);
        Check(errors, "agent", Agent, 50, null);
        var number = gaps && Number.Length == 0 ? "" : ReadNumber(kind, errors);
        var phone = gaps && Phone.Length == 0 ? "" : ReadPhone(errors);
        return errors.Count > 0 ? null : new Applicant
        {
            Kind = kind, Name = Name, Number = keys.Seal(number), NumberIndex = Index(keys, number),
            Phone = keys.Seal(phone), PhoneIndex = Index(keys, phone), Address = Address, Agent = Agent,
        };
    }

    /// <summary>The index of the number; null while it is not whole.</summary>
    internal string? IndexOf(CountyKeys keys) => ReadNumber(Kind == nameof(ApplicantKind.Organisation) ? ApplicantKind.Organisation : ApplicantKind.Person, new FormErrors()) is { } number ? keys.IndexOf(number) : null;

    /// <summary>What was typed stays; what was not is taken from <paramref name="known"/>.</summary>
    internal ApplicantInput FilledFrom(ApplicantInput known) => this with
    {
        Name = Name.Length > 0 ? Name : known.Name,
        Phone = Phone.Length > 0 ? Phone : known.Phone,
        Address = Address.Length > 0 ? Address : known.Address,
        Agent = Agent.Length > 0 ? Agent : known.Agent,
    };

    private static string Index(CountyKeys keys, string? value) => string.IsNullOrEmpty(value) ? "" : keys.IndexOf(value);

    private string? ReadPhone(FormErrors errors)
    {
        if (Kernel.Phone.TryParse(Phone, out var phone, out var fault))
        {
            return phone.Value;
        }

        errors.Add("phone", fault);
        return null;
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
