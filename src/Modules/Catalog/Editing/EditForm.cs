using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Catalog.Fields;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Editing;

/// <summary>What was typed on a page of the editor, whichever section or group it is.</summary>
internal sealed class EditForm
{
    private EditForm(Section? section, RowSet? group, List<IReadOnlyList<string>> texts) => (Section, Group, Texts) = (section, group, texts);

    public Section? Section { get; }

    public RowSet? Group { get; }

    /// <summary>One line for a section, one a row for a group.</summary>
    public List<IReadOnlyList<string>> Texts { get; }

    public string Slug => Section?.Slug ?? Group!.Slug;

    public string Title => Section?.Title ?? Group!.Title;

    /// <summary>The page as the draft fills it; null when there is no such page.</summary>
    public static EditForm? Of(string slug, ItemDraft draft) =>
        ItemFields.Sections.FirstOrDefault(s => s.Slug == slug) is { } section ? new(section, null, [[.. section.Fields.Select(f => f.Read(draft))]])
        : ItemRows.Groups.FirstOrDefault(g => g.Slug == slug) is { } group ? new(null, group, [.. group.Read(draft)])
        : null;

    /// <summary>The page as it was posted.</summary>
    public static EditForm? Of(string slug, IFormCollection form)
    {
        if (ItemFields.Sections.FirstOrDefault(s => s.Slug == slug) is { } section)
        {
            return new(section, null, [[.. section.Fields.Select(f => Typed(form, f.Name))]]);
        }

        if (ItemRows.Groups.FirstOrDefault(g => g.Slug == slug) is not { } group)
        {
            return null;
        }

        var count = int.TryParse(form["rows"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Min(n, RowSet.MaxRows + 1) : 0;
        return new(null, group, [.. Enumerable.Range(0, count).Select(i => (IReadOnlyList<string>)[.. group.Names.Select(name => Typed(form, group.NameOf(i, name)))])]);
    }

    /// <summary>再加一行, 删除, 上移 — the buttons that change the rows of the form and save nothing.</summary>
    public bool Rearrange(string? button)
    {
        var (what, at) = button?.Split('.') is [var name, var number] && int.TryParse(number, out var n) ? (name, n) : (button, -1);
        switch (what)
        {
            case "add" when Group is not null:
                Texts.Add(Group.Blank);
                return true;
            case "remove" when at >= 0 && at < Texts.Count:
                Texts.RemoveAt(at);
                return true;
            case "up" when at > 0 && at < Texts.Count:
                (Texts[at - 1], Texts[at]) = (Texts[at], Texts[at - 1]);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Rows nobody filled are left out before anything is checked.</summary>
    public void DropBlankRows() => Texts.RemoveAll(row => Group?.IsBlank(row) == true);

    public IEnumerable<FieldFault> Faults() => Section is not null
        ? Section.Fields.Zip(Texts[0], (f, text) => f.Check(text)).OfType<FieldFault>()
        : Group!.Faults(Texts);

    /// <summary>The draft with this page's values; they must have no faults.</summary>
    public ItemDraft Over(ItemDraft draft) => Section is not null
        ? Section.Fields.Zip(Texts[0]).Aggregate(draft, (d, f) => f.First.Write(d, f.Second))
        : Group!.Write(draft, Texts);

    public IReadOnlyList<IReadOnlyList<FieldView>> Views() => Section is not null
        ? [[.. Section.Fields.Zip(Texts[0], (f, text) => f.View(text))]]
        : [.. Texts.Select((row, i) => Group!.Views(row, Group.NameOf(i, "")))];

    /// <summary>Yours beside theirs.</summary>
    public IReadOnlyList<FieldPair> Against(ItemDraft now) => Section is not null
        ? [.. Section.Fields.Zip(Texts[0], (f, text) => new FieldPair(f.Label, text, f.Read(now)))]
        : [new(Group!.Title, ItemDifference.TextOf(Group, Texts), ItemDifference.TextOf(Group, Group.Read(now)))];

    private static string Typed(IFormCollection form, string name) => FieldRules.Clean(string.Join(FieldRules.Separator, form[name].Where(v => !string.IsNullOrEmpty(v))));
}
