using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Cases.World;

/// <summary>People and firms who do not exist: their names say 演示, their numbers pass the checksum with serials far from what is given out, their phones cannot be assigned.</summary>
internal sealed class Applicants(CountyKeys keys)
{
    private const string Ordinals = "甲乙丙丁戊己庚辛壬癸";
    private static readonly string[] Trades = ["餐饮", "商贸", "建筑劳务", "农业专业合作社", "药店", "物流", "文化传播", "食品加工"];

    public Applicant Person(int n) => Sealed(ApplicantKind.Person, $"演示{Ordinals[n / 10 % 10]}{Ordinals[n % 10]}",
        ResidentId.Compose("440281", new DateOnly(1951 + (n * 7 % 52), 1 + (n % 12), 1 + (n % 28)), 990 + (n % 10)), n);

    public Applicant Firm(int n) => Sealed(ApplicantKind.Organisation, $"乐昌市演示{Ordinals[n % 10]}{Trades[n % Trades.Length]}有限公司",
        CreditCode.Compose("91440281", $"YM9{n % 100000:00000}"), n) with
    { Agent = $"演示{Ordinals[n % 10]}" };

    private Applicant Sealed(ApplicantKind kind, string name, string number, int n)
    {
        var phone = $"0751-0{n % 1000000:000000}"; // no subscriber number begins with 0
        return new()
        {
            Kind = kind, Name = name, Number = keys.Seal(number), NumberIndex = keys.IndexOf(number), Phone = keys.Seal(phone), PhoneIndex = keys.IndexOf(phone),
            Address = $"乐昌市演示路 {1 + (n % 200)} 号",
        };
    }
}
