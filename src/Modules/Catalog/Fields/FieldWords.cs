using System.Globalization;
using Yimen.Kernel;

namespace Yimen.Catalog.Fields;

/// <summary>Short ways to say a field: each reads a value as text and writes it back. Text that was not checked before throws.</summary>
internal static class FieldWords
{
    public static Field<T> Text<T>(string name, string label, Func<T, string> read, Func<T, string, T> write) => new(name, label, read, write);

    public static Field<T> Prose<T>(string name, string label, Func<T, string> read, Func<T, string, T> write) =>
        new(name, label, read, write) { Kind = FieldKind.Prose, MaxLength = 4000 };

    public static Field<T> YesNo<T>(string name, string label, Func<T, bool> read, Func<T, bool, T> write) =>
        new(name, label, d => read(d) ? "是" : "否", (d, text) => write(d, text == "是")) { Kind = FieldKind.YesNo };

    public static Field<T> Number<T>(string name, string label, Func<T, int> read, Func<T, int, T> write) =>
        new(name, label, d => read(d).ToString(CultureInfo.InvariantCulture), (d, text) => write(d, text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture))) { Kind = FieldKind.Number };

    /// <summary>A number that may be absent; <see cref="Number{T}"/> takes an empty text for zero.</summary>
    public static Field<T> Maybe<T>(string name, string label, Func<T, int?> read, Func<T, int?, T> write) =>
        new(name, label, d => read(d)?.ToString(CultureInfo.InvariantCulture) ?? "", (d, text) => write(d, text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture))) { Kind = FieldKind.Number };

    public static Field<T> OneOf<T>(string name, string label, Func<T, string> read, Func<T, string, T> write, params string[] choices) =>
        new(name, label, read, write) { Kind = FieldKind.Choice, Choices = choices };

    public static Field<T> OneOf<T, TEnum>(string name, string label, Func<T, TEnum> read, Func<T, TEnum, T> write)
        where TEnum : struct, Enum =>
        new(name, label, d => Label.Of(read(d)), (d, text) => write(d, Enum.GetValues<TEnum>().First(v => Label.Of(v) == text)))
        {
            Kind = FieldKind.Choice, Required = true, Choices = [.. Enum.GetValues<TEnum>().Select(v => Label.Of(v))],
        };

    public static Field<T> AnyOf<T>(string name, string label, Func<T, IReadOnlyList<string>> read, Func<T, IReadOnlyList<string>, T> write, params string[] choices) =>
        new(name, label, d => string.Join(FieldRules.Separator, read(d)), (d, text) => write(d, FieldRules.Split(text))) { Kind = FieldKind.Choices, Choices = choices };
}
