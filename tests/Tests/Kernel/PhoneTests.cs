using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

public class PhoneTests
{
    [Theory]
    [InlineData("13800000000", "13800000000")]
    [InlineData("+86 138-0000-0000", "13800000000")]
    [InlineData("１３８００００００００", "13800000000")]
    public void A_mobile_number_is_read_as_people_type_it(string typed, string value)
    {
        Assert.True(MobileNumber.TryParse(typed, out var mobile, out string error), error);
        Assert.Equal(value, mobile.Value);
        Assert.Equal("138****0000", $"{mobile}");
    }

    [Theory]
    [InlineData("", "请填写手机号码")]
    [InlineData("1380000000", "应为11位，现为10位")]
    [InlineData("12000000000", "应以13至19开头")]
    [InlineData("1380000000o", "第11位应为数字")]
    public void What_is_wrong_with_a_mobile_number_is_named(string typed, string fault)
    {
        Assert.False(MobileNumber.TryParse(typed, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Theory]
    [InlineData("13800000000", PhoneKind.Mobile)]
    [InlineData("0751-5550000", PhoneKind.Landline)]
    [InlineData("07515550000", PhoneKind.Landline)]
    [InlineData("020-55500000-12", PhoneKind.Landline)]
    [InlineData("12345", PhoneKind.Service)]
    [InlineData("110", PhoneKind.Service)]
    [InlineData("95598", PhoneKind.Service)]
    [InlineData("400-000-0000", PhoneKind.Service)]
    public void Each_kind_of_phone_is_told_apart(string typed, PhoneKind kind)
    {
        Assert.True(Phone.TryParse(typed, out var phone, out string error), error);
        Assert.Equal(kind, phone.Kind);
    }

    [Theory]
    [InlineData("5550000", "请加区号")]
    [InlineData("138000", "应为11位")]
    [InlineData("电话", "带区号的固定电话")]
    [InlineData(null, "请填写联系电话")]
    public void What_is_wrong_with_a_phone_is_named(string? typed, string fault)
    {
        Assert.False(Phone.TryParse(typed, out _, out string error));
        Assert.Contains(fault, error);
    }

    [Fact]
    public void Only_the_number_of_a_person_is_masked_when_printed()
    {
        Assert.Equal("0751-*****00", $"{Phone.Parse("0751-5550000")}");
        Assert.Equal("4000000000", $"{Phone.Parse("400-000-0000")}");
    }
}
