using System.Globalization;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Figures.Declaring;

/// <summary>Reads and checks what was typed into the form of a declared value.</summary>
internal static class DeclarationForm
{
    internal static DeclaredValue? Read(DeclarationInput input, FigureBook book, FormErrors errors)
    {
        var id = Needed(input.Figure, "figure", "指标编号", 40, errors);
        var figure = book.Find(id);
        var name = figure?.Name ?? Needed(input.Name, "name", "指标名称（系统不计算的指标需要填写）", 60, errors);
        var through = Day(input.Through, "through", errors);
        var from = string.IsNullOrWhiteSpace(input.From) ? through : Day(input.From, "from", errors);
        if (from > through)
        {
            errors.Add("through", "截止日不能早于起始日。");
        }

        var said = new DeclaredValue(id, name, from, through, Needed(input.Text, "text", "数值", 30, errors), figure?.Unit ?? Needed(input.Unit, "unit", "单位", 20, errors), Needed(input.Document, "document", "来源文件", 200, errors))
        {
            Comparator = Enum.TryParse<DeclaredComparator>(input.Comparator, out var comparator) && Enum.IsDefined(comparator) ? comparator : DeclaredComparator.Equal,
            Section = Optional(input.Section, "section", "章节", 60, errors),
            Note = Optional(input.Note, "note", "备注", 500, errors),
        };
        return errors.Count > 0 ? null : said;
    }

    private static string Needed(string? text, string field, string label, int most, FormErrors errors)
    {
        var value = Optional(text, field, label, most, errors);
        if (value is null && errors.Of(field) is null)
        {
            errors.Add(field, $"请填写{label}。");
        }

        return value ?? "";
    }

    private static string? Optional(string? text, string field, string label, int most, FormErrors errors)
    {
        var value = text?.Trim();
        if (value?.Length > most)
        {
            errors.Add(field, $"{label}不能超过 {most} 个字。");
            return null;
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static DateOnly Day(string? text, string field, FormErrors errors)
    {
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= WorkCalendar.FirstYear and <= WorkCalendar.LastYear)
        {
            return day;
        }

        errors.Add(field, "请填写有效日期，如 2020-12-31。");
        return default;
    }
}
