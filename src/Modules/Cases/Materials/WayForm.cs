using Microsoft.AspNetCore.Http;
using Yimen.Cases.Contracts;
using Yimen.Cases.Reuse;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Materials;

/// <summary>How a material is met, as typed: all text, so that a page can show it again.</summary>
public sealed record WayInput(string How, string Copies, string Note);

/// <summary>A line of the table in which the ways are chosen.</summary>
/// <param name="Need">必要, 非必要 or 容缺后补.</param>
public sealed record WayRow(int Order, string Name, string Need, string Hint, IReadOnlyList<Choice> Choices, WayInput Input);

/// <summary>The table of materials on a form: fields <c>how-1</c>, <c>copies-1</c>, <c>note-1</c>.</summary>
internal static class WayForm
{
    private const string Earlier = "again-";

    /// <summary>The ways that a clerk may choose for a material; each begins with the digit that picks it in the list.</summary>
    public static IReadOnlyList<Choice> Choices(bool later, bool pledge) =>
        [.. Enum.GetValues<MaterialHow>().Where(h => h != MaterialHow.Uploaded && (h != MaterialHow.Later || later) && (h != MaterialHow.Pledged || pledge))
            .Select(h => new Choice(h.ToString(), $"{(int)h} {Label.Of(h)}"))];

    /// <summary>What was posted, by the material's order; a material without a field is left out.</summary>
    public static IReadOnlyDictionary<int, WayInput> Posted(IFormCollection form) => form.Keys
        .Where(k => k.StartsWith("how-", StringComparison.Ordinal) && int.TryParse(k.AsSpan(4), out _))
        .ToDictionary(k => int.Parse(k.AsSpan(4)), k => new WayInput(form[k].FirstOrDefault() ?? "", form[$"copies-{k[4..]}"].FirstOrDefault()?.Trim() ?? "", form[$"note-{k[4..]}"].FirstOrDefault()?.Trim() ?? ""));

    /// <summary>The ways with every fault named at its field.</summary>
    public static Dictionary<int, MaterialWay> Read(IReadOnlyDictionary<int, WayInput> posted, FormErrors errors)
    {
        var ways = new Dictionary<int, MaterialWay>();
        foreach (var (order, input) in posted.Where(p => EarlierOf(p.Value.How) is null))
        {
            if (Read(order, input, errors) is { } way)
            {
                ways[order] = way;
            }
        }

        return ways;
    }

    /// <summary>沿用: the earlier materials that were chosen, by order.</summary>
    public static Dictionary<int, Guid> Again(IReadOnlyDictionary<int, WayInput> posted) =>
        posted.Where(p => Guid.TryParse(EarlierOf(p.Value.How), out _)).ToDictionary(p => p.Key, p => Guid.Parse(EarlierOf(p.Value.How)!));

    public static WayRow Row(Material asked, int order, WayInput? typed, bool pledge, EarlierMaterial? earlier = null)
    {
        var usual = asked.Need == "非必要" ? new MaterialWay(MaterialHow.None) : MaterialWay.Usual(asked);
        return new(order, asked.Name, asked.Need, asked.Standard, [.. Choices(asked.Need == "容缺后补", pledge), .. earlier is null ? Array.Empty<Choice>() : [new Choice(Earlier + earlier.MaterialId, earlier.Words)]], typed ?? new(usual.How.ToString(), $"{Math.Max(1, asked.Copies)}", ""));
    }

    private static string? EarlierOf(string how) => how.StartsWith(Earlier, StringComparison.Ordinal) ? how[Earlier.Length..] : null;

    private static MaterialWay? Read(int order, WayInput input, FormErrors errors)
    {
        if (!Enum.TryParse<MaterialHow>(input.How, out var how) || !Enum.IsDefined(how) || how == MaterialHow.Uploaded)
        {
            errors.Add($"how-{order}", "请选择这份材料的提交方式。");
            return null;
        }

        var copies = 0;
        if (how == MaterialHow.Copy && (!int.TryParse(input.Copies, out copies) || copies is < 1 or > MaterialWay.MostCopies))
        {
            errors.Add($"copies-{order}", $"复印件份数应为 1 至 {MaterialWay.MostCopies} 的整数。");
        }

        if (how == MaterialHow.NotApplicable && input.Note.Length == 0)
        {
            errors.Add($"note-{order}", "请写明这份材料为什么不适用。");
        }
        else if (input.Note.Length > MaterialWay.LongestNote)
        {
            errors.Add($"note-{order}", $"说明不能超过 {MaterialWay.LongestNote} 个字。");
        }

        return new(how, copies, input.Note);
    }
}
