using Microsoft.AspNetCore.Http;
using Yimen.Kernel;

namespace Yimen.Platform.Sheets;

/// <summary>批量导入 — one kind of workbook that a module takes: all of it or nothing.</summary>
/// <param name="Kind">Stable key of its records, e.g. <c>orders</c>.</param>
/// <param name="Noun">What a row is, e.g. 工单.</param>
/// <param name="Href">Its page on the desk.</param>
/// <param name="Permission">Who may hand one in; each sees their own.</param>
public sealed record ImportDoor(string Kind, string Noun, string Href, string Permission)
{
    /// <summary>Said above the field: what becomes of the rows.</summary>
    public required string Lead { get; init; }

    /// <summary>Leads on from an accepted workbook: words and address.</summary>
    public required (string Words, string Href) Then { get; init; }

    /// <summary>The template is made of these, and rows are read by them.</summary>
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    public int Most { get; init; } = 2000;

    /// <summary>Reads every row without writing anything.</summary>
    public required Func<HttpContext, IReadOnlyList<ImportLine>, CancellationToken, Task<ImportReading>> Read { get; init; }
}

/// <param name="Head">As the template calls it.</param>
/// <param name="Field">The form's field that it stands for.</param>
/// <param name="Example">What the template's example says.</param>
public sealed record ImportColumn(string Head, string Field, string Example);

/// <summary>A row of the workbook by the fields' names; the head is row 1.</summary>
public sealed record ImportLine(int Number, IReadOnlyDictionary<string, string> Fields)
{
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}

/// <summary>What is wrong with a row: the field, a stable kebab-case code, and in Chinese what to do.</summary>
public sealed record LineFault(int Number, string Field, string Code, string Message);

/// <summary>What the rows came to: the faults, or the writing of all of them.</summary>
/// <param name="Add">Adds everything inside the writer's change.</param>
public sealed record ImportReading(IReadOnlyList<LineFault> Faults, Action<Act> Add);
