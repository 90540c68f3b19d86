using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Limits;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge.World;

/// <summary>Makes an entry of a world through the verbs that people use, each act on a working day before today, until the stage that its line names.</summary>
internal sealed class Making(IReadOnlyDictionary<(string Role, UnitId? Unit), Actor> people, ILookup<string, ItemRef> items, KnowledgeLimits limits, LegalClock clock, IdSource ids, DateTimeOffset now)
{
    private const int Spread = 140;
    private const int Often = 12; // one in twelve has been through its first recheck
    private const int Youngest = 12;
    private const int PastRecheck = 200;
    private const int LookedAgain = 20;

    private readonly DateOnly today = ChinaTime.DateOf(now);
    private int made;

    public Article Entry(EntryLine written, UnitId unit)
    {
        var n = made++;
        var line = written.Stage is null && written.ValidDays is null && n % Often == 5 ? written with { Stage = "confirmed" } : written;
        var published = Workday(today.AddDays(-AgeOf(line, n)));
        var (writer, reviewer, office) = (Who(Roles.Liaison, unit), Who(Roles.UnitReviewer, unit), Who(Roles.Hotline, null));
        var first = new Act(writer, At(Workday(published.AddDays(-6)), 9, n));
        var article = Article.Compile(ids.NewId(first.Now), ids.NewId(first.Now), unit, Draft(line, unit, published), first);
        if (line.Stage is "editing")
        {
            return article;
        }

        article.Pass(ArticleVersionVerb.Submit, new(writer, At(Workday(published.AddDays(-5)), 10, n)));
        if (line.Stage is "unit-review" or "returned")
        {
            return line.Stage is "returned" ? Returned(article, reviewer, published, n) : article;
        }

        article.Approve(true, new(reviewer, At(Workday(published.AddDays(-2)), 15, n)));
        if (line.Stage is "hotline-review")
        {
            return article;
        }

        Publish(article, new(office, At(published, 16, n)));
        Later(article, line.Stage, (writer, office), n);
        return article;
    }

    private void Later(Article article, string? stage, (Actor Writer, Actor Office) by, int n)
    {
        if (stage is "taken-down")
        {
            article.TakeDown(new(by.Office, At(Workday(today.AddDays(-3)), 11, n), "办法已经修订，待重新编写"));
        }
        else if (stage is "revising")
        {
            var begun = new Act(by.Writer, At(Workday(today.AddDays(-2)), 9, n));
            article.BeginChange(ids.NewId(begun.Now), begun);
            article.Edit(article.Editable().Draft with { Answer = article.Editable().Answer + "\n办理进度可以用受理编号在门户查询。" }, begun);
        }
        else if (stage is "confirmed")
        {
            var again = new Act(by.Writer, At(Workday(today.AddDays(-LookedAgain)), 11, n));
            article.Confirm(article.ValidTo, (ids.NewId(again.Now), again.Today.AddMonths(limits[KnowledgeLimitCode.RecheckMonths])), again);
        }
        else if (stage is "policy")
        {
            var told = new Act(by.Office, At(Workday(today.AddDays(-1)), 9, n), "居民充电设施建设的支持办法有调整，请核对报装流程");
            article.Demand(ids.NewId(told.Now), RecheckKind.PolicyChanged, (told.Reason!, clock.Due(told.Today, limits.Days(KnowledgeLimitCode.PolicyUpdate))!.Value), told);
        }
    }

    private static Article Returned(Article article, Actor reviewer, DateOnly published, int n)
    {
        article.Pass(ArticleVersionVerb.Return, new(reviewer, At(published.AddDays(-2), 15, n), "请核对体检机构名单，不要写死地址"));
        return article;
    }

    private void Publish(Article article, Act act) => article.Publish((ids.NewId(act.Now), act.Today.AddMonths(limits[KnowledgeLimitCode.RecheckMonths])), act);

    private ArticleDraft Draft(EntryLine line, UnitId unit, DateOnly published) => new()
    {
        Title = line.Title, Variants = line.Variants ?? [], Answer = string.Join('\n', line.Answer), Class = line.Class, LegalBasis = line.LegalBasis ?? "",
        Visibility = line.Internal ? Visibility.Internal : Visibility.Public, ValidTo = ValidTo(line, published),
        Items = [.. (line.Items ?? []).Select(name => ItemOf(name, unit))],
    };

    private static DateOnly? ValidTo(EntryLine line, DateOnly published) =>
        line.Stage is "expired" ? published.AddDays(PastRecheck - Youngest) : line.ValidDays is { } days ? published.AddDays(days) : null;

    private Guid ItemOf(string name, UnitId unit) =>
        (items[name].FirstOrDefault(i => i.Unit == unit) ?? items[name].FirstOrDefault())?.Id ?? throw new InvalidDataException($"The knowledge base names an item that there is not: {name}");

    // most are some weeks or months old; those whose day has come are older than the period
    private static int AgeOf(EntryLine line, int n) => line.Stage switch
    {
        "late" or "expired" or "confirmed" => PastRecheck,
        "near" => PastRecheck - 24,
        "editing" or "returned" or "unit-review" or "hotline-review" => 0,
        _ => Youngest + (n * 37 % Spread),
    };

    private Actor Who(string role, UnitId? unit) => people.GetValueOrDefault((role, unit)) ?? Actor.System;

    private DateOnly Workday(DateOnly day)
    {
        while (!clock.Calendar.IsWorkday(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    private static DateTimeOffset At(DateOnly day, int hour, int n) => ChinaTime.StartOf(day).AddHours(hour).AddMinutes(n * 7 % 50);
}
