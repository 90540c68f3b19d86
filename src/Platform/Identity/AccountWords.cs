using Yimen.Kernel;

namespace Yimen.Platform.Identity;

public enum AccountKind
{
    [Label("个人")] Citizen,
    [Label("法人")] Organisation,
    [Label("工作人员")] Staff,
}

public enum AccountState
{
    [Label("正常")] Active,
    [Label("已停用")] Locked,
    [Label("已注销")] Closed,
}

public enum AccountVerb
{
    [Label("开立账号")] Open,
    [Label("登录")] SignIn,
    [Label("登录失败")] FailSignIn,
    [Label("退出所有设备")] SignOutEverywhere,
    [Label("发出一次性链接")] OfferLink,
    [Label("设置密码")] SetPassword,
    [Label("启用动态口令")] EnrolSecondFactor,
    [Label("停用动态口令")] DropSecondFactor,
    [Label("现场核验身份")] Verify,
    [Label("修改资料")] Amend,
    [Label("调整授权")] Regrant,
    [Label("签发访问令牌")] IssueToken,
    [Label("撤销访问令牌")] RevokeToken,
    [Label("停用账号")] Lock,
    [Label("恢复账号")] Unlock,
    [Label("注销账号")] Close,
}
