using Yimen.Platform.Ui;

namespace Yimen.Cases.Filing;

/// <summary>填写申请 → 上传材料 → 核对提交.</summary>
internal static class FilingSteps
{
    private static readonly string[] Titles = ["填写申请", "上传材料", "核对提交"];

    public static IReadOnlyList<StepView> At(int current) =>
        [.. Titles.Select((t, i) => new StepView(t, null, i < current ? StepState.Done : i == current ? StepState.Current : StepState.Ahead))];
}
