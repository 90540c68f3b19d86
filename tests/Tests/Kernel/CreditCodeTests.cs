using CsCheck;
using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>GB 32100-2015 and, for characters 9–17, GB 11714-1997.</summary>
public class CreditCodeTests
{
    const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    static readonly Gen<string> Composed = Gen.Select(Gen.Int[100000, 659999], Gen.Char[Letters].Array[8])
        .Select((area, organisation) => CreditCode.Compose($"11{area}", new string(organisation)));

    [Fact]
    public void What_is_composed_can_be_read_back() => Composed.Sample(code =>
    {
        Assert.True(CreditCode.TryParse(code.ToLowerInvariant(), out var read, out string error), error);
        Assert.Equal((code, code[8..17], code[2..8], true), (read.Value, read.Organisation, read.AreaPrefix, read.Checks));
    });

    [Fact]
    public void Every_single_wrong_character_is_found() => Gen.Select(Composed, Gen.Int[0, 17], Gen.Int[1, 30]).Sample((code, at, by) =>
    {
        var wrong = code.ToCharArray();
        wrong[at] = Letters[(Letters.IndexOf(wrong[at]) + by) % 31];
        Assert.False(CreditCode.TryParse(new string(wrong), out _, out string _));
    });

    [Theory]
    [InlineData("", "请填写统一社会信用代码")]
    [InlineData("1144010000748257H", "应为18位，现为17位")]
    [InlineData("11440100007482575I", "第18位“I”不在字符集内")]
    [InlineData("11A40100007482575H", "第3位应为数字")]
    [InlineData("11440100007482575J", "校验码不符")]
    public void What_is_wrong_is_named(string text, string fault)
    {
        Assert.False(CreditCode.TryParse(text, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void An_organisation_code_that_fails_its_own_check_is_named()
    {
        // the last character repaired over a wrong seventeenth
        var good = CreditCode.Compose("11440281", "00748257");
        var bodies = Letters.Select(c => good[..16] + (good[16] == '0' ? '1' : '0') + c);
        var errors = bodies.Select(b => CreditCode.TryParse(b, out _, out string error) ? "" : error).ToArray();
        Assert.DoesNotContain("", errors);
        Assert.Single(errors, e => e.Contains("组织机构代码（第9至17位）校验码不符"));
    }

    // domain J1: codes in use that fail exist; the override is privileged and has a reason
    [Fact]
    public void A_legacy_code_is_taken_only_on_request()
    {
        Assert.True(CreditCode.TryParseLegacy("91350203M0001QAY9B", out var legacy, out string _));
        Assert.False(legacy.Checks);
        Assert.Throws<FormatException>(() => CreditCode.Legacy("91350203M0001QAY9"));
    }

    [Fact]
    public void Composing_from_parts_of_the_wrong_shape_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => CreditCode.Compose("1144028", "007482571"));
        Assert.Throws<ArgumentException>(() => CreditCode.Compose("11440281", "0074825I"));
    }
}
