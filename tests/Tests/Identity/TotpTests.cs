using System.Text;
using Yimen.Platform.Identity.SecondFactor;

namespace Yimen.Tests.Identity;

/// <summary>RFC 6238 appendix B, the SHA-1 rows, cut to six digits; RFC 4648 section 10 for base 32.</summary>
public sealed class TotpTests
{
    private static readonly string Secret = Totp.ToBase32(Encoding.ASCII.GetBytes("12345678901234567890"));

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long unixSeconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, unixSeconds / 30));

    [Fact]
    public void Base_32_is_that_of_the_standard() => Assert.Equal("MZXW6YTB", Totp.ToBase32("fooba"u8));

    [Fact]
    public void Base_32_comes_back_as_it_went()
    {
        var secret = Totp.NewSecret();

        Assert.True(Totp.IsSecret(secret));
        Assert.Equal(secret, Totp.ToBase32(Totp.FromBase32(secret)));
    }

    [Fact]
    public void A_code_holds_one_step_early_and_one_late()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = Totp.CodeAt(Secret, 1234567890 / 30);

        Assert.NotNull(Totp.StepOf(Secret, code, now.AddSeconds(30)));
        Assert.NotNull(Totp.StepOf(Secret, code, now.AddSeconds(-30)));
        Assert.Null(Totp.StepOf(Secret, code, now.AddSeconds(61)));
    }
}
