using Microsoft.AspNetCore.Components;

namespace Yimen.Platform.Ui;

/// <summary>One column of a <see cref="DataTable{TRow}"/>; draws nothing itself, it tells the table what to draw.</summary>
public sealed class Column<TRow> : ComponentBase
{
    [CascadingParameter]
    private ColumnList<TRow> Columns { get; set; } = default!;

    [Parameter, EditorRequired]
    public string Header { get; set; } = "";

    /// <summary>The header is for readers only: columns of buttons or checkboxes.</summary>
    [Parameter]
    public bool HeaderHidden { get; set; }

    /// <summary>The key of this column in <c>?sort=</c>; without it the column does not sort.</summary>
    [Parameter]
    public string? Sort { get; set; }

    [Parameter]
    public ColumnKind Kind { get; set; }

    [Parameter]
    public RenderFragment<TRow>? ChildContent { get; set; }

    internal string? CellClass => Kind switch
    {
        ColumnKind.Title => "col-title",
        ColumnKind.Number => "col-number",
        ColumnKind.Date => "col-date",
        ColumnKind.Fit => "col-fit",
        ColumnKind.Actions => "col-actions",
        _ => null,
    };

    protected override void OnInitialized() => Columns.List.Add(this);
}

/// <summary>What a column holds decides how it stands.</summary>
public enum ColumnKind
{
    /// <summary>Words, left, wrapping.</summary>
    Text,

    /// <summary>The link that opens the row; the heading of its card on a phone.</summary>
    Title,

    /// <summary>Right, tabular.</summary>
    Number,

    /// <summary>One line, tabular.</summary>
    Date,

    /// <summary>One line, as narrow as it may be: tags, chips.</summary>
    Fit,

    /// <summary>Right, quiet.</summary>
    Actions,
}

internal sealed class ColumnList<TRow>
{
    public List<Column<TRow>> List { get; } = [];
}
