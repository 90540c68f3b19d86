using Microsoft.AspNetCore.Http;

namespace Yimen.Hotline;

/// <summary>What the caller or the office typed: all text, so that the page can show it again.</summary>
public sealed record OrderInput
{
    public string Source { get; init; } = "";

    public string Type { get; init; } = "";

    public string Urgency { get; init; } = "";

    public string Name { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Sex { get; init; } = "";

    /// <summary>回拨电话 — instead of the number that called.</summary>
    public string Callback { get; init; } = "";

    public string IdNumber { get; init; } = "";

    /// <summary>匿名 and 保密, as boxes post them.</summary>
    public string Anonymous { get; init; } = "";

    public string Secret { get; init; } = "";

    public string Area { get; init; } = "";

    public string Address { get; init; } = "";

    public string Title { get; init; } = "";

    public string Content { get; init; } = "";

    public string Appeal { get; init; } = "";

    /// <summary>被反映的单位.</summary>
    public string Reported { get; init; } = "";

    /// <summary>仍要提交 — told the right door, the caller says that it is the hotline's all the same.</summary>
    public string Anyway { get; init; } = "";

    public string? Key { get; init; }

    internal static OrderInput From(IFormCollection form)
    {
        string Of(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        return new()
        {
            Source = Of("source"), Type = Of("type"), Urgency = Of("urgency"), Name = Of("name"), Phone = Of("phone"), Sex = Of("sex"), Callback = Of("callback"), IdNumber = Of("idNumber"),
            Anonymous = Of("anonymous"), Secret = Of("secret"), Area = Of("area"), Address = Of("address"),
            Title = Of("title"), Content = Of("content"), Appeal = Of("appeal"), Reported = Of("reported"), Anyway = Of("anyway"), Key = form["idempotencyKey"].FirstOrDefault(),
        };
    }
}
