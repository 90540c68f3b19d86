using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Platform.Journal;

namespace Yimen.Knowledge;

internal sealed partial class Article
{
    /// <summary>提交审核, 退回修改 — the steps between the desks; a return says what is to be mended.</summary>
    public void Pass(ArticleVersionVerb verb, Act act)
    {
        if (verb is not (ArticleVersionVerb.Submit or ArticleVersionVerb.Return))
        {
            throw new ArgumentOutOfRangeException(nameof(verb), verb, "has a verb of its own");
        }

        if (verb == ArticleVersionVerb.Return && act.Reason is null)
        {
            throw new RuleViolation("reason", "退回修改时请写明需要修改的内容。");
        }

        Step(Open(), verb, act);
    }

    /// <summary>本单位审核通过 — another person of the unit answers for its content, and that it holds nothing secret.</summary>
    /// <exception cref="RuleViolation"><c>secrecy</c>, <c>own-work</c>, <c>wrong-state</c>.</exception>
    public void Approve(bool secrecyChecked, Act act)
    {
        var version = Open();
        ArticleLifecycle.Versions.After(version.State, ArticleVersionVerb.UnitApprove);
        if (!secrecyChecked)
        {
            // 政府信息公开条例 第十七条: what is published is first examined for secrets
            throw new RuleViolation("secrecy", "请先完成保密审查，确认内容不涉及国家秘密、商业秘密和个人隐私。", "政府信息公开条例 第十七条");
        }

        if (act.By.AccountId != Guid.Empty && act.By.AccountId == version.EditedBy)
        {
            throw new RuleViolation("own-work", "编写人不能审核自己写的版本，请由本单位其他人审核。");
        }

        version.CheckedBy(act);
        Step(version, ArticleVersionVerb.UnitApprove, act, new Change("保密审查", null, "通过"));
    }

    /// <summary>放弃 — the version is not pursued; of an entry that was never published nothing is left but its story.</summary>
    public void Discard(Act act)
    {
        Step(Open(), ArticleVersionVerb.Discard, act);
        if (Current is null)
        {
            Turn(ArticleVerb.Archive, act);
        }
    }

    /// <summary>发布 — the hotline office lets the reviewed version stand as the answer. The one before it is replaced; what was to be rechecked is done with.</summary>
    /// <param name="next">The row of the next scheduled recheck, and its latest day.</param>
    /// <exception cref="RuleViolation"><c>valid-later</c>, <c>valid-past</c>, <c>wrong-state</c>.</exception>
    public void Publish((Guid Id, DateOnly Latest) next, Act act)
    {
        var version = Open();
        ArticleLifecycle.Versions.After(version.State, ArticleVersionVerb.Publish);
        if (State == ArticleState.Live && version.ValidFrom > act.Today)
        {
            throw new RuleViolation("valid-later", $"新版本从 {version.ValidFrom:yyyy-MM-dd} 起才有效，现在发布会使这段时间没有答复，请到当天再发布。");
        }

        if (version.ValidTo < act.Today)
        {
            throw new RuleViolation("valid-past", $"有效期截止 {version.ValidTo:yyyy-MM-dd}，已经过期，请退回修改。");
        }

        Published?.Move(ArticleVersionVerb.Replace);
        version.Move(ArticleVersionVerb.Publish);
        version.PublishedBy(act);
        Take(version, act);
        Turn(ArticleVerb.Publish, act, new Change("版本", null, $"{version.Number}"));
        Settle(RecheckOutcome.Revised, act);
        Begin(next, act);
    }

    private void Take(ArticleVersion version, Act act)
    {
        (Current, Title, Class, Visibility) = (version.Id, version.Title, version.Class, version.Visibility);
        (ValidFrom, ValidTo) = (version.ValidFrom ?? act.Today, version.ValidTo);
        items.RemoveAll(i => !version.Items.Contains(i.ItemId));
        items.AddRange(version.Items.Where(id => items.TrueForAll(i => i.ItemId != id)).Select(id => new ArticleItem(Id, id)));
    }

    private void Step(ArticleVersion version, ArticleVersionVerb verb, Act act, params IEnumerable<Change> changes)
    {
        var from = version.State;
        var to = version.Move(verb);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(to), [new Change("版本", null, $"{version.Number}"), .. changes]);
    }
}
