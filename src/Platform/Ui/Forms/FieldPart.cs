using Microsoft.AspNetCore.Components;

namespace Yimen.Platform.Ui;

/// <summary>What every field has in common: a name, a label above, a hint, and an error under it that the form hands down.</summary>
public abstract class FieldPart : ComponentBase
{
    /// <summary>The name that is posted. A–Z, digits, dot and dash.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What was typed, as text; shown again as it was after a refusal.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Fields that may stay empty say 选填; so most fields need no mark.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>A letter that leads here (Alt and the letter), written beside the label; only on pages that say so.</summary>
    [Parameter]
    public string? AccessKey { get; set; }

    /// <summary>Set only where no <see cref="PostForm"/> hands its errors down.</summary>
    [Parameter]
    public string? Error { get; set; }

    [CascadingParameter]
    public FormErrors? Errors { get; set; }

    /// <summary>Where several forms of a page have fields of one name: the <see cref="PostForm.Ids"/> of this one.</summary>
    [CascadingParameter(Name = "ids")]
    public string? Ids { get; set; }

    public string Id => IdOf(Ids, Name);

    internal static string IdOf(string? ids, string name) => (ids ?? "f-") + name.Replace('.', '-');

    public string? Message => Error ?? Errors?.Of(Name);

    public string? Invalid => Message is null ? null : "true";

    /// <summary>The ids that describe the input: its hint, then its error.</summary>
    public string? DescribedBy => (Hint, Message) switch
    {
        (null, null) => null,
        (_, null) => Id + "-hint",
        (null, _) => Id + "-error",
        _ => $"{Id}-hint {Id}-error",
    };
}
