using Yimen.Kernel;

namespace Yimen.Organization.Contracts;

/// <summary>What a window is for and where it stands.</summary>
public enum WindowKind
{
    [Label("综合窗口")] Comprehensive,
    [Label("专业窗口")] Specialised,
    [Label("镇街窗口")] Town,
    [Label("村居窗口")] Village,
}
