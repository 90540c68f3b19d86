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
}
