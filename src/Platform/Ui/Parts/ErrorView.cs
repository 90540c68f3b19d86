namespace Yimen.Platform.Ui;

/// <summary>What an error page says: in plain words what happened, the law if there is one, what is safe, what to do, and a number to quote.</summary>
/// <param name="Title">系统暂时连不上数据库</param>
/// <param name="What">The rule's own words, or what happened.</param>
/// <param name="Article">The article that forbids it.</param>
/// <param name="Number">The number to quote on the phone; logs carry it too.</param>
public sealed record ErrorView(int Status, string Title, string What, string? Article, string Number)
{
    /// <summary>Where the first button leads.</summary>
    public string BackHref { get; init; } = "/";

    /// <summary>Whoever reads it works here: led back to the desk, not to the public's pages.</summary>
    public bool AtDesk { get; init; }

    /// <summary>What stays safe and what to do, where the rule's own words do not say it already.</summary>
    internal string? Next => Status switch
    {
        409 => "没有改动任何内容。",
        500 or 503 when AtDesk => "期限照常计算，已经办好的业务不受影响。多次出现的，请把问题编号告诉系统管理员。",
        _ when AtDesk => null,
        404 => "您已经提交的办件不受影响。可以回到首页搜索，或用受理编号查询进度。",
        500 => "已经提交成功的办件不受影响。急事可到窗口办理或拨打 12345。",
        503 => "期限照常计算。急事可到窗口办理或拨打 12345。",
        _ => null,
    };
}
