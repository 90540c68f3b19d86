using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Crypto;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>A form as a client posts it. What is empty counts as not given, as the specification has it.</summary>
internal sealed partial class Open311Form
{
    private const int MostAttributes = 100;
    private const int MostMedia = 10;
    private const int MostUrl = 1000;

    private readonly Dictionary<string, List<string>> fields = [];

    /// <summary>Answers by the code of the attribute, however the client wrote them: attribute[X], attribute[X][], repeated.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string this[string name] => fields.TryGetValue(name, out var values) ? values[0] : "";

    /// <exception cref="GeoFault">It cannot be read as a form, carries files, or text that no document can carry.</exception>
    public static async Task<Open311Form> Read(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            throw new GeoFault(400, "request: 请用 application/x-www-form-urlencoded 提交。");
        }

        try
        {
            var form = await request.ReadFormAsync(ct);
            return form.Files.Count == 0 ? Of(form) : throw new GeoFault(400, "media: 不接收文件，请在 media_url 中给出图片的网址。");
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw new GeoFault(400, "request: 表单读不懂，或者字段太多、太长。");
        }
    }

    private static Open311Form Of(IFormCollection form)
    {
        var (fields, attributes) = (new Dictionary<string, List<string>>(), new Dictionary<string, IReadOnlyList<string>>());
        foreach (var (name, sent) in form)
        {
            List<string> values = [.. sent.Select(Tidy).Where(v => v.Length > 0)];
            if (name.Length > 200 || !OrderText.Fits(name) || !OrderText.Fits(values))
            {
                throw new GeoFault(400, $"{(name.Length <= 60 && OrderText.Fits(name) ? name : "request")}: 含有不能显示的控制字符。");
            }

            if (values.Count == 0)
            {
                continue;
            }

            if (Attribute().Match(name) is { Success: true } asked)
            {
                attributes[asked.Groups[1].Value] = [.. attributes.GetValueOrDefault(asked.Groups[1].Value) ?? [], .. values];
            }
            else
            {
                fields[name] = [.. fields.GetValueOrDefault(name) ?? [], .. values];
            }
        }

        return attributes.Count <= MostAttributes ? new Open311Form(fields) { Attributes = attributes } : throw new GeoFault(400, $"attribute: 最多 {MostAttributes} 项。");
    }

    private Open311Form(Dictionary<string, List<string>> fields) => this.fields = fields;

    /// <summary>Links to pictures: absolute, http or https, and never fetched.</summary>
    public IReadOnlyList<string> MediaUrls(FormErrors errors)
    {
        List<string> urls = [.. fields.Where(f => f.Key is "media_url" or "media_url[]").SelectMany(f => f.Value)];
        if (urls.Count > MostMedia)
        {
            errors.Add("media_url", $"最多 {MostMedia} 个。");
        }
        else if (urls.Exists(u => u.Length > MostUrl || !Uri.TryCreate(u, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")))
        {
            errors.Add("media_url", "应为 http 或 https 开头的完整网址。");
        }

        return urls;
    }

    /// <summary>SM3 over everything posted but the key.</summary>
    public string Digest()
    {
        var text = new StringBuilder();
        foreach (var (name, values) in fields.Where(f => f.Key != "api_key").Concat(Attributes.Select(a => KeyValuePair.Create($"attribute[{a.Key}]", a.Value.ToList()))).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append('\0').AppendJoin('\u0001', values).Append('\0');
        }

        return Convert.ToHexStringLower(Sm.Sm3(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string Tidy(string? value) => (value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim();

    [GeneratedRegex(@"^attribute\[([^\[\]]{1,60})\](?:\[\d*\])?$")]
    private static partial Regex Attribute();
}
