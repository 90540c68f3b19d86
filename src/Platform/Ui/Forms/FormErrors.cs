using System.Collections;

namespace Yimen.Platform.Ui;

/// <summary>What is wrong with a form, in the order of its fields. The field "" stands for the form as a whole.</summary>
public sealed class FormErrors : IReadOnlyCollection<FormError>
{
    private readonly List<FormError> list = [];

    public int Count => list.Count;

    public void Add(string field, string message) => list.Add(new(field, message));

    /// <summary>The first message of a field, or null.</summary>
    public string? Of(string field) => list.Find(e => e.Field == field)?.Message;

    public IEnumerator<FormError> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One message in words that say the rule: 请填写 18 位身份证号码.</summary>
public sealed record FormError(string Field, string Message);

/// <summary>One choice of a select, radio or checkbox list. Choices with the same group stand together.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null, string? Group = null);
