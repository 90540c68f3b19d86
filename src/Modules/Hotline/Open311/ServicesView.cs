using System.ComponentModel.DataAnnotations;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Open311;

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record ServiceFilter(string? Q, string? Public, string? Sort, string? Page, string? Size);

public sealed record ServiceRow(string Code, string Name, bool Public, string Type, string Group, string Asks, string Why, DateOnly From, DateOnly? Next)
{
    internal static ServiceRow Of(GeoService s, DateOnly? next) => new(s.Code, s.Name, s.Public, s.Public && s.Type.Length > 0 ? Label.Of(s.OrderType) : "", s.Group,
        string.Join("、", s.Asks.Where(a => a.Variable).Select(a => a.Required ? $"{a.Description}（必填）" : a.Description)), s.Why, s.From, next);
}

public sealed record DoorRow(string Name, bool Content, string Why, DateOnly From);

/// <summary>What is published, by which rule and since when.</summary>
public sealed record ServicesView(IReadOnlyList<ServiceRow> Services, Paging Paging, ServiceFilter Filter, int Open, IReadOnlyList<DoorRow> Doors);

/// <summary>One rule of a class: in force, to come or past.</summary>
public sealed record ServiceRuleRow(DateOnly From, bool Public, string Said, string Why, string Standing);

/// <summary>What was typed.</summary>
public sealed record ServiceInput
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    public string? Public { get; init; }

    public string? Group { get; init; }

    public string? Keywords { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    /// <summary>附加问题, a line each (<see cref="AskLines"/>).</summary>
    public string? Asks { get; init; }

    public string? Why { get; init; }

    public string? From { get; init; }

    /// <summary>The form's own key, so that it is the same when the form is shown again.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>A rule of publication as a program sets it.</summary>
public sealed record NewServiceRule
{
    [Required(ErrorMessage = "请填写是否公开 public。")]
    public bool? Public { get; init; }

    /// <summary>Asked of what is published.</summary>
    public string? Group { get; init; }

    /// <summary>Parted by commas.</summary>
    public string? Keywords { get; init; }

    /// <summary>Asked of what is published; never Report.</summary>
    public OrderType? Type { get; init; }

    /// <summary>Asked of what is published.</summary>
    public string? Description { get; init; }

    /// <summary>附加问题, a line each: code | kind | 必填, 选填 or 说明 | question | hint | key=name、key=name.</summary>
    public string? Asks { get; init; }

    [Required(ErrorMessage = "请填写理由 why。")]
    public string? Why { get; init; }

    /// <summary>Tomorrow at the earliest.</summary>
    [Required(ErrorMessage = "请填写生效日期 from，如 2020-12-01。")]
    public DateOnly? From { get; init; }

    internal ServiceInput AsTyped => new() { Public = Public == true ? "true" : "false", Group = Group, Keywords = Keywords, Type = $"{Type}", Description = Description, Asks = Asks, Why = Why, From = $"{From:yyyy-MM-dd}" };
}

public sealed record ServiceView(string Code, string Name, IReadOnlyList<ServiceRuleRow> Rules, ServiceInput Input, FormErrors Errors, bool MaySet);
