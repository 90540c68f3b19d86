using Yimen.Kernel;

namespace Yimen.Hotline.Links;

/// <summary>How an order belongs to its master.</summary>
internal enum LinkKind
{
    /// <summary>The same caller about the same matter, within the configured days.</summary>
    [Label("重复工单")] Repeated = 1,

    /// <summary>Another caller about the same matter.</summary>
    [Label("同一事项")] SameMatter = 2,
}
