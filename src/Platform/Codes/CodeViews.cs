using Yimen.Platform.Ui;

namespace Yimen.Platform.Codes;

/// <summary>What was typed.</summary>
public sealed record CodeInput
{
    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? Detail { get; init; }

    public string? From { get; init; }

    public string? Basis { get; init; }

    /// <summary><c>set</c> or <c>end</c>.</summary>
    public string? Way { get; init; } = "set";

    /// <summary>The form's own key, so that it is the same when the form is shown again.</summary>
    public string? IdempotencyKey { get; init; }
}

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record CodeFilter(string? Q, string? Standing, string? Sort, string? Page, string? Size);

/// <summary>One dated row as the list tells it.</summary>
/// <param name="Words">What the code is about, as people call it; the code itself where it is made up in its table.</param>
/// <param name="Standing">现行, 未生效, 已被替换 or 已停用.</param>
/// <param name="Own">The county set it.</param>
public sealed record CodeLine(string Code, string Words, string Name, string Detail, DateOnly From, string Basis, string Standing, bool Own);

public sealed record CodeTableView(CodeTable Table, string HomeName, string HomeHref, IReadOnlyList<CodeLine> Lines, Paging Paging, CodeFilter Filter, int InForce, CodeInput Input, FormErrors Errors, bool MaySet)
{
    /// <summary>What a new row may be about; none where a code is made up.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];
}

/// <summary>A table in the list of tables.</summary>
public sealed record CodeTableLine(string Name, string Href, int InForce, int Own, DateOnly? Next);

public sealed record CodeTablesView(string Name, IReadOnlyList<CodeTableLine> Tables);
