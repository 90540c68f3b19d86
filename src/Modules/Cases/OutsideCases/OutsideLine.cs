using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Yimen.Cases.OutsideCases;

/// <summary>The five fields as they came in, all text: from the page, a workbook or a program.</summary>
/// <param name="Row">The row of the workbook, or the place in the list, so that a fault can be found.</param>
/// <param name="Item">The item's id, name, or basic code with its two digits.</param>
/// <param name="Number">外部编号.</param>
/// <param name="Applicant">Name only.</param>
/// <param name="AcceptedOn">yyyy-MM-dd.</param>
/// <param name="Window">The window's code.</param>
public sealed record OutsideLine(int Row, string Item, string Number, string Applicant, string AcceptedOn, string Window)
{
    public static readonly IReadOnlyList<string> Heads = ["事项", "外部编号", "申请人", "受理日期", "窗口"];

    public static OutsideLine Of(int row, IReadOnlyDictionary<string, string> cells) =>
        new(row, cells.GetValueOrDefault("事项", ""), cells.GetValueOrDefault("外部编号", ""), cells.GetValueOrDefault("申请人", ""), cells.GetValueOrDefault("受理日期", ""), cells.GetValueOrDefault("窗口", ""));

    public static OutsideLine Of(IFormCollection form)
    {
        string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        return new(1, Text("item"), Text("number"), Text("applicant"), Text("acceptedOn"), Text("window"));
    }
}

/// <summary>One line of a status file.</summary>
public sealed record StatusLine(int Row, string Number, string Status, string On)
{
    public static readonly IReadOnlyList<string> Heads = ["外部编号", "状态", "日期"];

    public static StatusLine Of(int row, IReadOnlyDictionary<string, string> cells) =>
        new(row, cells.GetValueOrDefault("外部编号", ""), cells.GetValueOrDefault("状态", ""), cells.GetValueOrDefault("日期", ""));
}

/// <summary>What is wrong with one line: where, at which field, what stood there, why it cannot be taken.</summary>
/// <param name="Field">As forms and programs call it.</param>
/// <param name="Head">As the workbook's head calls it.</param>
/// <param name="Given">What stood there; a person's name is left out.</param>
public sealed record LineFault(int Row, string Field, string Head, string Given, string Reason);

/// <summary>Reads what every line holds.</summary>
internal static class LineReading
{
    /// <summary>Spaces inside and the case of letters do not tell two numbers apart.</summary>
    public static string Tidy(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
