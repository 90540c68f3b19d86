using Yimen.Kernel;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;

namespace Yimen.Tests.Knowledge;

/// <summary>The entry by itself: who may say yes to what, which days it answers on, what becomes of its rechecks.</summary>
public sealed class ArticleTests
{
    private static readonly UnitId Unit = new("SCJG");
    private static readonly Actor Writer = new(new Guid("00000000-0000-0000-0000-0000000000a1"), "联络员", Unit);
    private static readonly Actor Reviewer = new(new Guid("00000000-0000-0000-0000-0000000000a2"), "审核人", Unit);
    private static readonly Actor Office = new(new Guid("00000000-0000-0000-0000-0000000000a3"), "热线办", null);
    private static readonly DateOnly Day = new(2020, 11, 2);

    private int ids = 1;

    [Fact]
    public void The_reviewer_is_another_person_than_the_writer()
    {
        var article = Written(new() { Title = "问" });
        article.Pass(ArticleVersionVerb.Submit, By(Writer));

        Assert.Equal("own-work", Assert.Throws<RuleViolation>(() => article.Approve(true, By(Writer))).Code);
        Assert.Equal("secrecy", Assert.Throws<RuleViolation>(() => article.Approve(false, By(Reviewer))).Code); // 政府信息公开条例 第十七条
        article.Approve(true, By(Reviewer));
        Assert.Equal(("审核人", Day), (article.Working!.ReviewedByName, article.Working.SecrecyCheckedOn!.Value));
    }

    [Fact]
    public void What_is_written_again_must_be_reviewed_again()
    {
        var article = Written(new() { Title = "问" });
        article.Pass(ArticleVersionVerb.Submit, By(Writer));
        article.Approve(true, By(Reviewer));
        article.Pass(ArticleVersionVerb.Return, By(Office) with { Reason = "请写明材料" });
        article.Edit(new() { Title = "问", Answer = "答" }, By(Writer));

        Assert.Equal((ArticleVersionState.Editing, "", null), (article.Working!.State, article.Working.ReviewedByName, article.Working.SecrecyCheckedOn));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void It_answers_on_the_days_of_its_validity_whatever_job_has_run(int days, bool answers) =>
        Assert.Equal(answers, Published(new() { Title = "问", ValidTo = Day.AddDays(10) }).AnswersOn(Day.AddDays(days)));

    [Fact]
    public void The_recheck_is_due_after_six_months_or_on_the_last_day_of_validity()
    {
        Assert.Equal(Day.AddMonths(6), Published(new() { Title = "问" }).RecheckDue);
        Assert.Equal(Day.AddDays(30), Published(new() { Title = "问", ValidTo = Day.AddDays(30) }).RecheckDue);
    }

    [Fact]
    public void A_revision_leaves_the_answer_standing_until_it_is_published()
    {
        var article = Published(new() { Title = "问", Answer = "旧" });
        article.BeginChange(Id(), By(Writer));
        article.Edit(new() { Title = "问", Answer = "新" }, By(Writer));

        Assert.Equal(("旧", true), (article.Published!.Answer, article.AnswersOn(Day)));
        Assert.Equal("change-open", Assert.Throws<RuleViolation>(() => article.BeginChange(Id(), By(Writer))).Code);
        Forward(article, Day);
        Assert.Equal(("新", ArticleVersionState.Replaced), (article.Published!.Answer, article.Versions[0].State));
        Assert.Equal((1, 1), (article.Rechecks.Count(r => r.IsOpen), article.Rechecks.Count(r => r.Outcome == RecheckOutcome.Revised)));
        Assert.Single(article.DaysInUse, d => d.To is null);
    }

    [Fact]
    public void A_new_version_that_begins_later_leaves_no_gap()
    {
        var article = Published(new() { Title = "问" });
        article.BeginChange(Id(), By(Writer));
        article.Edit(new() { Title = "问", ValidFrom = Day.AddDays(3) }, By(Writer));

        Assert.Equal("valid-later", Assert.Throws<RuleViolation>(() => Forward(article, Day)).Code);
    }

    [Fact]
    public void Confirming_gives_new_validity_and_a_new_recheck_and_says_why_where_something_changed()
    {
        var article = Published(new() { Title = "问", ValidTo = Day.AddDays(10) });
        article.Demand(Id(), RecheckKind.PolicyChanged, ("新文件", Day.AddDays(3)), By(Office));
        var later = By(Writer, Day.AddDays(20));

        Assert.False(article.AnswersOn(Day.AddDays(20)));
        Assert.Equal("reason", Assert.Throws<RuleViolation>(() => article.Confirm(null, Next(later), later)).Code);
        article.Confirm(Day.AddDays(100), Next(later), later with { Reason = "新文件不涉及本条" });
        Assert.True(article.AnswersOn(Day.AddDays(20)));
        Assert.Equal(Day.AddDays(100), article.RecheckDue);
        Assert.Equal(2, article.Rechecks.Count(r => r.Outcome == RecheckOutcome.Confirmed && r.ClosedOn == Day.AddDays(20)));
    }

    [Fact]
    public void One_recheck_of_a_kind_is_open_at_a_time()
    {
        var article = Published(new() { Title = "问" });

        Assert.True(article.Demand(Id(), RecheckKind.ItemChanged, ("发布", Day.AddDays(3)), By(Actor.System)));
        Assert.False(article.Demand(Id(), RecheckKind.ItemChanged, ("发布", Day.AddDays(3)), By(Actor.System)));
        Assert.Equal(["recheck-2"], article.WaitsFor.Select(t => t.Code));
    }

    [Fact]
    public void What_was_taken_down_answers_no_more_until_it_is_published_again()
    {
        var article = Published(new() { Title = "问" });

        Assert.Equal("reason", Assert.Throws<RuleViolation>(() => article.TakeDown(By(Office))).Code);
        article.TakeDown(By(Office) with { Reason = "内容有误" });
        Assert.False(article.AnswersOn(Day));
        Assert.All(article.Rechecks, r => Assert.Equal(RecheckOutcome.TakenDown, r.Outcome));
        article.BeginChange(Id(), By(Writer));
        Forward(article, Day);
        Assert.True(article.AnswersOn(Day));
    }

    [Fact]
    public void A_first_version_given_up_leaves_an_archived_entry()
    {
        var article = Written(new() { Title = "问" });
        article.Discard(By(Writer) with { Reason = "重复" });

        Assert.Equal((ArticleState.Archived, 0), (article.State, article.WaitsFor.Count()));
    }

    private Article Written(ArticleDraft draft) => Article.Compile(Id(), Id(), Unit, draft, By(Writer));

    private Article Published(ArticleDraft draft)
    {
        var article = Written(draft);
        Forward(article, Day);
        return article;
    }

    private void Forward(Article article, DateOnly day)
    {
        article.Pass(ArticleVersionVerb.Submit, By(Writer, day));
        article.Approve(true, By(Reviewer, day));
        article.Publish(Next(By(Office, day)), By(Office, day));
    }

    private (Guid, DateOnly) Next(Act act) => (Id(), act.Today.AddMonths(6));

    private static Act By(Actor actor, DateOnly? day = null) => new(actor, ChinaTime.StartOf(day ?? Day).AddHours(10));

    private Guid Id() => new($"00000000-0000-0000-0000-{ids++:000000000000}");
}
