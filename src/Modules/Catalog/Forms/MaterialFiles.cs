using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Kernel;

namespace Yimen.Catalog.Forms;

/// <summary>What may be laid beside a material for people to take.</summary>
public enum FormKind
{
    [Label("空白表格")] BlankForm,
    [Label("样表")] Sample,
}

/// <summary>The files of an item's materials. They stand in the version's content, so an edition keeps the forms that it was published with.</summary>
internal static class MaterialFiles
{
    public static MaterialFile? Of(Material material, FormKind kind) => kind == FormKind.BlankForm ? material.BlankForm : material.Sample;

    public static IEnumerable<MaterialFile> Of(ItemContent content) => content.Materials.SelectMany(m => new[] { m.BlankForm, m.Sample }).OfType<MaterialFile>();

    /// <summary>The draft with a file beside its <paramref name="order"/>-th material, or without one; the material says of itself whether there is one.</summary>
    public static ItemDraft With(ItemDraft draft, int order, FormKind kind, MaterialFile? file) => draft.With(c => c with
    {
        Materials = [.. c.Materials.Select((m, i) => i != order - 1 ? m : kind == FormKind.BlankForm
            ? m with { BlankForm = file, HasBlankForm = file is not null }
            : m with { Sample = file, HasSample = file is not null })],
    });

    /// <summary>
    /// Rows that were written as text, by form or workbook, with the files of the rows they were before: of the same name, or of the same place where only the name was changed.
    /// </summary>
    public static IReadOnlyList<Material> Kept(IReadOnlyList<Material> before, IReadOnlyList<Material> now)
    {
        if (before.All(m => m.BlankForm is null && m.Sample is null))
        {
            return now;
        }

        var left = before.ToList();
        var named = now.Select(m => Take(left, left.FindIndex(b => b.Name == m.Name))).ToList();
        return [.. now.Select((m, i) => Carry(m, named[i] ?? (i < before.Count && left.Contains(before[i]) ? before[i] : null)))];
    }

    /// <summary>For the comparison of two editions: a line a file.</summary>
    public static string TextOf(ItemDraft draft) => string.Join('\n',
        from material in draft.Content.Materials
        from kind in Enum.GetValues<FormKind>()
        let file = Of(material, kind)
        where file is not null
        select $"{material.Name}：{Label.Of(kind)} {file!.Name}");

    private static Material? Take(List<Material> left, int at)
    {
        if (at < 0)
        {
            return null;
        }

        var taken = left[at];
        left.RemoveAt(at);
        return taken;
    }

    private static Material Carry(Material now, Material? before) => before is null ? now : now with
    {
        BlankForm = before.BlankForm,
        HasBlankForm = now.HasBlankForm || before.BlankForm is not null,
        Sample = before.Sample,
        HasSample = now.HasSample || before.Sample is not null,
    };
}
