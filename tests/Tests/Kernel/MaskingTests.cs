using Yimen.Kernel;

namespace Yimen.Tests.Kernel;

/// <summary>个人信息保护法 第五十一条: personal data are de-identified where the whole is not needed.</summary>
public class MaskingTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("张", "*")]
    [InlineData("张三", "张*")]
    [InlineData("张小明", "张*明")]
    [InlineData("欧阳小明", "欧**明")]
    [InlineData("𠮷三", "𠮷*")]
    public void A_name_keeps_its_ends(string? name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Theory]
    [InlineData("乐昌市演示甲餐饮有限公司", "乐昌市演示甲餐饮有限公司")]
    [InlineData("欧阳小明", "欧**明")]
    [InlineData("阿卜杜拉·买买提", "阿******提")]
    public void Of_a_party_only_a_person_is_masked(string name, string shown) => Assert.Equal(shown, Masking.Party(name));

    [Fact]
    public void An_id_keeps_its_head_and_the_last_four()
    {
        Assert.Equal("440***********0019", Masking.Id("440281200001010019"));
        Assert.Equal("440281********0019", Masking.Id("440281200001010019", 6));
        Assert.Equal("*****", Masking.Id("12345"));
    }

    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("0751-5550012", "0751-*****12")]
    [InlineData("075155500012", "0751******12")]
    [InlineData("12345", "12345")]
    [InlineData("", "")]
    public void A_phone_keeps_enough_to_be_recognised(string phone, string masked) => Assert.Equal(masked, Masking.Phone(phone));

    [Theory]
    [InlineData("广东省韶关市乐昌市坪石镇虚构路1号", "广东省韶关市乐昌市坪石镇***")]
    [InlineData("乐昌市乐城街道虚构路1号2栋", "乐昌市乐城街道***")]
    [InlineData("河南省新乡市某县某乡某村", "河南省新乡市某县某乡***")]
    [InlineData("虚构路1号", "***")]
    [InlineData("", "")]
    public void An_address_ends_at_the_township(string address, string masked) => Assert.Equal(masked, Masking.Address(address));

    [Fact]
    public void A_bank_account_and_a_mail_address_keep_their_ends()
    {
        Assert.Equal("************0000", Masking.Bank("6200000000000000"));
        Assert.Equal("z***@example.com", Masking.Email("zhang@example.com"));
        Assert.Equal("*****", Masking.Email("zhang"));
    }
}
