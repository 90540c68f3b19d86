using System.Text.RegularExpressions;
using Yimen.ComposeWorld.Organization;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>Composes one line of the catalogue from what was written and from the rules for its type and handling.</summary>
sealed partial class LineComposer(Rules rules, World world, Implementing place, Facts facts)
{
    readonly ItemSource item = facts.Item;

    public Line Compose(string handling, string typeName, bool named)
    {
        var (period, instant) = Time();
        var results = Results();
        var line = Named(handling, typeName, named) with
        {
            Results = results,
            Steps = Path(period, instant, results),
            ProjectType = instant ? 1 : 2,
            StatutoryDays = period.Statutory,
            StatutoryKind = period.Statutory is null ? null : period.Kind,
            PromisedDays = period.Promised,
            PromisedKind = period.Kind,
            AcceptMode = AcceptMode(instant),
        };
        return Described(AtDepth(line, Depth(instant, results)), rules.Laws.Parse(facts.Law));
    }

    Line Named(string handling, string typeName, bool named) => new()
    {
        BasicCode = facts.Code,
        Handling = handling,
        Name = named ? $"{item.Name}（{facts.Handling}）" : item.Name,
        MainName = facts.MainName,
        HandlingName = facts.Handling.Length == 0 ? null : facts.Handling,
        Type = facts.Type.Code,
        TypeName = typeName,
        Unit = place.Unit.Code,
        Implementers = place.Codes,
        Level = place.Unit.Level,
        ByApplication = facts.ByApplication,
    };

    static Line AtDepth(Line line, string depth) => line with
    {
        IsOnline = depth != "I",
        OnlineDepth = depth,
        Visits = depth == "IV" || (depth != "I" && !line.ByApplication) ? 0 : 1,
        Limits = depth == "I" ? "在现场提供服务，需到服务地点办理" : null,
    };

    Line Described(Line line, IReadOnlyList<LegalBasis> laws) => line with
    {
        SpecialProcedure = facts.Class.Name == "首次" ? item.Special : null,
        HandledIn = item.System ?? facts.Source.System ?? "本系统",
        ServiceObjects = facts.Served switch { "人" => ["自然人"], "企" => ["法人", "其他组织"], _ => ["自然人", "法人", "其他组织"] },
        PersonThemes = Themes('人', item.PersonThemes ?? facts.Source.PersonThemes),
        CorpThemes = Themes('企', item.CorpThemes ?? facts.Source.CorpThemes),
        Conditions = Conditions(laws[0]),
        LegalBases = laws,
        Materials = facts.ByApplication ? Materials(laws[0]) : [],
        Fees = Fees(),
        Qa = facts.Class.Name == "首次" ? [.. (item.Qa ?? []).Select(pair => new Question(pair[0], pair[1]))] : [],
        Place = item.Place ?? facts.Source.Place,
        ConsultPhone = place.Unit.ConsultPhone,
        SupervisePhone = world.Hall.Supervision,
    };

    string[] Themes(char served, string? written) => facts.Served.Contains(served, StringComparison.Ordinal) ? Split(written ?? "其他") : [];

    IReadOnlyList<Step> Path(Period period, bool instant, IReadOnlyList<Result> results) => facts.ByApplication
        ? Steps.For(Receives(), Handles(), period.Promised, instant, results.Any(result => result.Type == "证照"))
        : Steps.Offered(Receives(), period.Promised);

    (Period Period, bool Instant) Time()
    {
        var written = Period.Parse(item.Days ?? facts.Type.Days).AtMost(facts.Class.Promised);
        var wished = item.Instant ?? facts.Type.Instant;
        // 即办件 promises a working day at most; a limit in natural days stays 承诺件.
        var instant = (wished || facts.Class.Instant) && written.Kind == "工作日" && item.Instant != false;
        return (instant ? written.AtMost(1) : written, instant);
    }

    string Depth(bool instant, IReadOnlyList<Result> results)
    {
        if (!facts.ByApplication)
        {
            return item.Online == true ? item.Depth ?? "II" : "I";
        }

        return item.Depth ?? facts.Class.Depth ?? (results.Any(result => result.Type == "证照") && !instant ? "III" : "IV");
    }

    IReadOnlyList<Result> Results()
    {
        var name = (facts.Class.Result ?? "{result}").Replace("{result}", item.Result ?? facts.Type.Result, StringComparison.Ordinal);
        return [.. name.Split('；').Select(result => new Result(ResultType(result), result))];
    }

    static string ResultType(string name) => name switch
    {
        _ when Certificate().IsMatch(name) => "证照",
        _ when name.EndsWith('书') || name.EndsWith("批复", StringComparison.Ordinal) => "批文",
        _ => "其他",
    };

    Fee[] Fees() => facts.Class.Name is "首次" or "补换"
        ? [.. (item.Fees ?? []).Select(fee => new Fee(fee.Name, fee.Standard, fee.Basis, fee.Reducible))]
        : [];

    IReadOnlyList<Material> Materials(LegalBasis law)
    {
        var own = Split(item.Materials ?? "");
        var asked = facts.Class.Materials is { } replaced
            ? replaced.Select(name => name.Replace("{item}", item.Name, StringComparison.Ordinal)
                .Replace("{result}", Held(), StringComparison.Ordinal))
            : own;
        return rules.Materials.Compose(asked, item.Name, facts.Served, $"《{law.Law}》{law.Article}");
    }

    // What the applicant holds already: the certificate by its name, any other outcome in general words.
    string Held() => item.Result is { } result && ResultType(result) == "证照" ? result : "已发结果文书";

    string Conditions(LegalBasis law) => (facts.Class.Conditions ?? item.Conditions ?? facts.Type.Conditions)
        .Replace("{item}", item.Name, StringComparison.Ordinal)
        .Replace("{law}", $"《{law.Law}》{law.Article}", StringComparison.Ordinal);

    string AcceptMode(bool instant) => item.Accept ?? facts.Source.Accept ?? place switch
    {
        { Counter: "综窗" } when item.Hall != false => instant && facts.ByApplication && Stable.Pick(facts.Code, 3) == 0 ? "授权即办"
            : Stable.Pick(facts.Code, 5) == 1 ? "授权综窗受理" : "综窗收件",
        { Counter: "专窗" } when item.Hall != false => "专窗",
        { Unit.Level: > 4 } => instant ? "授权即办" : "部门受理",
        _ => "部门受理",
    };

    // An item of every town names no particular one.
    string Handles() => place.Unit.Level switch { 5 => "镇（街道）", 6 => "村（居）", _ => place.Unit.ShortName };

    string Receives() => place.Counter switch
    {
        "综窗" when item.Hall != false => "综合窗口受理员",
        "专窗" when item.Hall != false => $"{place.Unit.ShortName}窗口人员",
        _ => place.Unit.Level > 4 ? "镇村便民服务窗口人员" : $"{place.Unit.ShortName}受理人员",
    };

    [GeneratedRegex("(证|证书|执照|护照|户口簿|居住证|社会保障卡)$")]
    private static partial Regex Certificate();

    static string[] Split(string written) => written.Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
