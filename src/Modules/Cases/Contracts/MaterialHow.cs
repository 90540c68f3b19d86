using Yimen.Kernel;

namespace Yimen.Cases.Contracts;

/// <summary>材料提交方式 — how a material of the guide was met. The first eight are those of the counter's practice; 电子上传 is how an online filing brings it.</summary>
public enum MaterialHow
{
    [Label("未提交")] None = 0,
    [Label("原件核验退还")] OriginalSeen = 1,
    [Label("收原件")] OriginalKept = 2,
    [Label("收复印件")] Copy = 3,
    [Label("电子证照免提交")] ElectronicLicence = 4,
    [Label("部门核验")] CheckedByUnit = 5,
    [Label("告知承诺")] Pledged = 6,
    [Label("容缺后补")] Later = 7,
    [Label("不适用")] NotApplicable = 8,
    [Label("电子上传")] Uploaded = 9,
}
