using Yimen.Kernel;

namespace Yimen.Organization.Contracts;

/// <summary>Groups in which units are appraised and listed.</summary>
public enum UnitKind
{
    [Label("市直机关")] Bureau,
    [Label("事业单位")] Institution,
    [Label("公共企业")] Enterprise,
    [Label("镇街")] Town,
    [Label("村居")] Village,
    [Label("政务服务中心")] Centre,
}
