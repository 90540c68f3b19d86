using Yimen.Kernel;

namespace Yimen.ComposeWorld.Organization;

/// <summary>Codes that pass their checksums for bodies that do not exist: every organisation number starts with YM, as no real one does.</summary>
static class Codes
{
    /// <param name="category">GB 32100: 11 机关, 12 事业单位, 54 基层群众性自治组织, 91 企业.</param>
    public static string Credit(string category, string division, int number) => CreditCode.Compose(category + division, $"YM{number:D6}");
}
