using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Hotline;

/// <summary>诉求人 — who called. Name and telephone rest sealed, with a keyed index to find a known caller.</summary>
internal sealed record Requester
{
    /// <summary>匿名 — gave no name.</summary>
    public bool Anonymous { get; init; }

    public Sealed Name { get; init; }

    public Sealed Phone { get; init; }

    public string PhoneIndex { get; init; } = "";

    /// <summary>Another number under which the caller is to be reached.</summary>
    public Sealed Callback { get; init; }

    /// <summary>身份证号码, where the caller gave it: a walk-in's report, a letter.</summary>
    public Sealed IdNumber { get; init; }

    public Sex Sex { get; init; }
}

/// <summary>性别, codes of GB/T 2261.1.</summary>
public enum Sex
{
    [Label("未知")] Unknown = 0,
    [Label("男")] Male = 1,
    [Label("女")] Female = 2,
    [Label("未说明")] NotSaid = 9,
}
