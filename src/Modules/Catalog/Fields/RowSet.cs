namespace Yimen.Catalog.Fields;

/// <summary>A group of rows of an item: materials, fees … Each row is its fields' texts, in their order.</summary>
internal sealed record RowSet(string Slug, string Title, string RowName)
{
    /// <summary>More rows than any real item has; with twelve fields a row it stays under the thousand values that a form may post.</summary>
    public const int MaxRows = 80;

    public required IReadOnlyList<string> Names { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>A new row as the form offers it.</summary>
    public required IReadOnlyList<string> Blank { get; init; }

    public required Func<ItemDraft, IReadOnlyList<IReadOnlyList<string>>> Read { get; init; }

    public required Func<ItemDraft, IReadOnlyList<IReadOnlyList<string>>, ItemDraft> Write { get; init; }

    /// <summary>The faults of one row; names are those of the fields.</summary>
    public required Func<IReadOnlyList<string>, IEnumerable<FieldFault>> RowFaults { get; init; }

    /// <summary>A row as it is read, numbers with their units.</summary>
    public required Func<IReadOnlyList<string>, IReadOnlyList<string>> Shown { get; init; }

    public required Func<IReadOnlyList<string>, string, IReadOnlyList<FieldView>> Views { get; init; }

    public IEnumerable<FieldFault> Faults(IReadOnlyList<IReadOnlyList<string>> rows) => rows.Count > MaxRows
        ? [new(Slug, "too-many", $"{Title}不能超过{MaxRows}行")]
        : rows.SelectMany((row, i) => RowFaults(row).Select(f => f with { Field = NameOf(i, f.Field), Message = $"第{i + 1}行{RowName}：{f.Message}" }));

    /// <summary>How a field of a row is posted: <c>materials.0.name</c>.</summary>
    public string NameOf(int row, string field) => $"{Slug}.{row}.{field}";

    /// <summary>A row that was left as it was offered, or empty, is no row.</summary>
    public bool IsBlank(IReadOnlyList<string> row) => row.All(v => v.Length == 0) || row.SequenceEqual(Blank);

    public static RowSet Of<T>(string slug, string title, string rowName, Func<T> blank, (Func<ItemDraft, IReadOnlyList<T>> Get, Func<ItemDraft, IReadOnlyList<T>, ItemDraft> Set) rows, params Field<T>[] fields) =>
        new(slug, title, rowName)
        {
            Names = [.. fields.Select(f => f.Name)],
            Labels = [.. fields.Select(f => f.Label)],
            Blank = [.. fields.Select(f => f.Read(blank()))],
            Read = d => [.. rows.Get(d).Select(row => (IReadOnlyList<string>)[.. fields.Select(f => f.Read(row))])],
            Write = (d, texts) => rows.Set(d, [.. texts.Select(row => fields.Zip(row).Aggregate(blank(), (made, f) => f.First.Write(made, f.Second)))]),
            RowFaults = row => fields.Zip(row, (f, text) => f.Check(text)).OfType<FieldFault>(),
            Shown = row => [.. fields.Zip(row, (f, text) => f.Shown(text))],
            Views = (row, prefix) => [.. fields.Zip(row, (f, text) => f.View(text, prefix))],
        };
}
