using System.Text.RegularExpressions;
using Yimen.Kernel;
using Yimen.Platform.Delivery;

namespace Yimen.Hotline.Channels;

/// <summary>What may stand as an address of a channel, and how much of it is shown.</summary>
internal static partial class ContactAddress
{
    /// <summary>What is wrong with it, in words; null when nothing is.</summary>
    public static string? Fault(ContactWay way, string address) => way switch
    {
        ContactWay.WeCom => User().IsMatch(address) ? null : "请填写政务微信里的成员账号：字母、数字、点、横线，不超过 64 个字符。",
        ContactWay.Sms => Mobile().IsMatch(address) ? null : "接收短信的手机号码应为 11 位数字，以 1 开头。",
        ContactWay.Phone => Mobile().IsMatch(address) || Landline().IsMatch(address) ? null : "请填写 11 位手机号码，或者带区号的固定电话，如 0751-5550000。",
        _ => "请选择渠道。",
    };

    public static string Masked(ContactWay way, string? address) => address is null ? "***" : way == ContactWay.WeCom ? WeComCarrier.Masked(address) : Masking.Phone(address);

    /// <summary>Whether an address of an interface may be called: what carries the secret goes over TLS, or to a gateway on the same machine where <paramref name="here"/> allows it.</summary>
    public static bool IsInterface(string text, bool here) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (here && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$")]
    private static partial Regex User();

    [GeneratedRegex(@"^1[0-9]{10}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^0[0-9]{2,3}-?[0-9]{7,8}$")]
    private static partial Regex Landline();
}
