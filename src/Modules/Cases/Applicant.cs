using Yimen.Cases.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Crypto;

namespace Yimen.Cases;

/// <summary>申请人 — who asks. The number and the phone rest sealed, with a keyed index to find a known applicant.</summary>
internal sealed record Applicant
{
    public ApplicantKind Kind { get; init; } = ApplicantKind.Person;

    /// <summary>The person's or the organisation's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The name as lists show it: a person's is masked, an organisation's is public (企业信息公示暂行条例 第六条).</summary>
    public string Shown => Kind == ApplicantKind.Person ? Masking.Name(Name) : Name;

    /// <summary>身份证号码, or 统一社会信用代码.</summary>
    public Sealed Number { get; init; }

    public string NumberIndex { get; init; } = "";

    public Sealed Phone { get; init; }

    public string PhoneIndex { get; init; } = "";

    public string Address { get; init; } = "";

    /// <summary>经办人, when an organisation or another person files.</summary>
    public string Agent { get; init; } = "";

    /// <summary>A draft may have gaps; what is filed may not.</summary>
    public bool IsComplete => Name.Length > 0 && !Number.IsEmpty && !Phone.IsEmpty;
}
