namespace Yimen.Platform.Ui;

/// <summary>What an error page says: what happened, what is safe, what to do, and a number to quote.</summary>
/// <param name="Trace">The number to quote on the phone; logs carry it too.</param>
/// <param name="Message">The rule's own words, for 409 and 403.</param>
/// <param name="Article">The article that forbids it.</param>
public sealed record ErrorView(int Status, string? Trace = null, string? Message = null, string? Article = null, string BackHref = "/")
{
    public string Title => Status switch
    {
        400 => "这个请求我们没有看懂",
        401 => "请先登录",
        403 => "您没有办理这件事的权限",
        404 => "没有找到这个页面",
        409 => "现在不能这样办理",
        413 => "文件太大了",
        429 => "请稍等片刻再试",
        503 => "系统暂时连不上数据库",
        _ => "系统出了问题",
    };

    internal string Happened => Message ?? Status switch
    {
        400 => "页面可能放得太久，或者地址不完整。",
        401 => "这个页面需要登录后查看。",
        403 => "如果您认为应当有权限，请联系本单位的系统管理员。",
        404 => "地址可能有误，或者这份材料不属于您的账号。",
        409 => "这件事的状态已经改变。",
        413 => "单个文件不能超过规定的大小。",
        429 => "短时间内提交的次数太多。",
        503 => "服务正在恢复，通常几分钟内可用。",
        _ => "我们已经记录下来，会尽快处理。",
    };

    internal string Safe => Status switch
    {
        404 or 401 or 403 => "您已经提交的办件不受影响。",
        409 => "没有改动任何内容。",
        503 => "已经提交成功的办件都已保存，期限照常计算。",
        _ => "刚才的操作没有生效，已经提交成功的办件不受影响。",
    };

    internal string Next => Status switch
    {
        400 => "请返回上一页，刷新后再提交。",
        401 => "登录后会回到这个页面。",
        404 => "可以回到首页搜索，或用受理编号查询进度。",
        409 => "请刷新页面，看看最新的状态。",
        413 => "请把照片拍小一些，或分成几个文件上传。",
        429 or 503 => "请过几分钟再试；急事可到窗口办理或拨打 12345。",
        _ => "请稍后再试；急事可到窗口办理或拨打 12345。",
    };
}
