using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class IdentifierVectorTests
{
    // GB 11643-1999
    [Fact]
    public void Resident_ids_are_judged_as_published()
    {
        foreach (var entry in Vectors.Codes.GetProperty("citizenId").EnumerateArray())
        {
            var valid = ResidentId.TryParse(entry.Text("id"), out var id, out string error);
            Assert.True(valid == entry.GetProperty("valid").GetBoolean(), $"{entry.Text("what")}: {error}");
            Assert.Equal(valid, error.Length == 0);
            Assert.Equal(valid ? entry.Text("id").ToUpperInvariant() : null, id.Value);
        }
    }

    // GB 32100-2015, GB 11714-1997
    [Fact]
    public void Credit_codes_are_judged_as_published()
    {
        foreach (var entry in Vectors.Codes.GetProperty("uscc").EnumerateArray())
        {
            var valid = CreditCode.TryParse(entry.Text("code"), out _, out string error);
            Assert.True(valid == entry.GetProperty("valid").GetBoolean(), $"{entry.Text("what")}: {error}");
        }
    }
}
