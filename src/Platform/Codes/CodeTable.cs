using System.Text.Json;
using System.Text.RegularExpressions;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Codes;

/// <summary>代码表 — a room's dated list of what may be chosen: what ships with the program, and the county's own over it.</summary>
/// <param name="Kind">The journal's word for it, the key of its book and its name in the API; at most 40 characters.</param>
/// <param name="Name">What people call it, e.g. 内容分类.</param>
/// <param name="Href">Its page on the desk.</param>
public sealed record CodeTable(string Kind, string Name, string Href)
{
    /// <summary>What its page says above the rows.</summary>
    public required string Lead { get; init; }

    /// <summary>What a code looks like, as a regular expression over the whole of it.</summary>
    public required string Pattern { get; init; }

    /// <summary>The same in words: 六位数字.</summary>
    public required string PatternWords { get; init; }

    /// <summary>What a row is about, where <see cref="Among"/> says what there is: 渠道.</summary>
    public string CodeLabel { get; init; } = "代码";

    /// <summary>What there is on a day to make a row about: doors, classes, types. Null where a code is made up in this table.</summary>
    public Func<CodeSet, DateOnly, IReadOnlyList<Choice>>? Among { get; init; }

    /// <summary>What a name is here.</summary>
    public string NameLabel { get; init; } = "名称";

    public string NameHint { get; init; } = "停用时不用填。";

    public int MostName { get; init; } = 60;

    /// <summary>Whether a name is a reason or the like, which several rows may share.</summary>
    public bool NamesRepeat { get; init; }

    /// <summary>What else a code carries; null where it carries nothing.</summary>
    public string? DetailLabel { get; init; }

    /// <summary>What that is chosen from; none where it is written freely.</summary>
    public IReadOnlyList<Choice> DetailChoices { get; init; } = [];

    /// <summary>So many codes at least are in force on every day.</summary>
    public int Least { get; init; }

    /// <summary>While this is off the table is not there; null for one that always is.</summary>
    public Switch? Switch { get; init; }

    /// <summary>What ships with the program.</summary>
    public required IReadOnlyList<DatedCode> Shipped { get; init; }

    public bool Fits(string code) => code.Length <= 40 && Regex.IsMatch(code, $"^(?:{Pattern})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public string DetailOf(DatedCode row) => DetailChoices.FirstOrDefault(c => c.Value == row.Detail)?.Label ?? row.Detail;

    /// <summary>What a new row of a day may be about: what there is, and what has a row already, so that it can be ended. Empty where a code is made up.</summary>
    internal IReadOnlyList<Choice> Choices(CodeSet codes, DateOnly day) =>
        Among is null ? [] : [.. Among(codes, day).UnionBy(codes.All(this).Select(r => new Choice(r.Code, r.Code)), c => c.Value)];

    /// <summary>Every dated row: a day of the county's own wins over a shipped one of the same code.</summary>
    public IReadOnlyList<DatedCode> Over(IReadOnlyCollection<DatedCode> own) => [.. Shipped.Where(s => !own.Any(o => o.Code == s.Code && o.From == s.From)), .. own];

    /// <summary>Reads a table from JSON that is embedded in a room: <c>[{"code", "from", "name", "detail", "basis", "ended"}]</c>.</summary>
    /// <exception cref="InvalidDataException">There is none of that name.</exception>
    public static IReadOnlyList<DatedCode> Read(Type room, string name)
    {
        using var stream = room.Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not embedded in {room.Assembly.GetName().Name}");
        return JsonSerializer.Deserialize<List<DatedCode>>(stream, JsonSerializerOptions.Web)!;
    }
}
