using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Hearings;

/// <summary>Reads the parties of a hearing, from the lines of a form or from what a program sent.</summary>
internal static class PartyForm
{
    public const int Lines = 5;

    /// <summary>The lines as typed; those without a name are left out.</summary>
    public static IReadOnlyList<(int Line, HearingPartyInput Input)> Posted(IFormCollection form) =>
        [.. Enumerable.Range(1, Lines).Select(n => (n, new HearingPartyInput(Text(form, "name", n), Text(form, "way", n), Text(form, "reach", n)))).Where(l => $"{l.Item2.Name}{l.Item2.Reach}".Length > 0)];

    /// <summary>The parties with phone and address sealed; what is wrong is said at its field.</summary>
    public static IReadOnlyList<HearingParty> Read(IReadOnlyList<(int Line, HearingPartyInput Input)> lines, CountyKeys keys, FormErrors errors)
    {
        var parties = new List<HearingParty>();
        foreach (var (line, input) in lines)
        {
            if (Read(line, input, keys, errors) is { } party)
            {
                if (parties.Exists(p => p.Name == party.Name))
                {
                    errors.Add($"party-name-{line}", $"{party.Name}填了两次。");
                }

                parties.Add(party);
            }
        }

        return parties;
    }

    private static HearingParty? Read(int line, HearingPartyInput input, CountyKeys keys, FormErrors errors)
    {
        var (name, reach) = (input.Name?.Trim() ?? "", input.Reach?.Trim() ?? "");
        if (name.Length is 0 or > 50)
        {
            errors.Add($"party-name-{line}", name.Length == 0 ? "请填写姓名或名称。" : "不能超过 50 个字。");
            return null;
        }

        if (!Enum.TryParse<DeliveryMethod>(input.Way, ignoreCase: true, out var way) || !Enum.IsDefined(way))
        {
            errors.Add($"party-way-{line}", $"请选择怎样送达{name}。");
            return null;
        }

        if (way == DeliveryMethod.Electronic)
        {
            if (Phone.TryParse(reach, out var phone, out var fault))
            {
                return new(name, way, keys.Seal(phone.Value));
            }

            errors.Add($"party-reach-{line}", fault);
            return null;
        }

        if (way == DeliveryMethod.Post && reach.Length < 5)
        {
            errors.Add($"party-reach-{line}", "邮寄送达请填写收件地址。");
            return null;
        }

        return new(name, way, keys.Seal(reach));
    }

    private static string Text(IFormCollection form, string field, int line) => form[$"party-{field}-{line}"].FirstOrDefault()?.Trim() ?? "";
}
