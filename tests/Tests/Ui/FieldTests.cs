using AngleSharp.Dom;
using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

public sealed class FieldTests
{
    private static readonly Choice[] Choices = [new("1", "餐饮服务经营者"), new("2", "单位食堂", "学校、工地等")];

    public static TheoryData<Type> SingleInputs =>
        [typeof(TextField), typeof(NumberField), typeof(DateField), typeof(PasswordField), typeof(TextAreaField), typeof(SelectField), typeof(FileField), typeof(CheckboxField)];

    public static TheoryData<Type> Groups => [typeof(RadioField), typeof(CheckboxListField)];

    [Theory]
    [MemberData(nameof(SingleInputs))]
    public async Task A_field_binds_its_label_hint_and_error_to_its_input(Type field)
    {
        var page = await Draw(field, ("Hint", "与营业执照一致"), ("Error", "请填写名称"));
        var input = page.QuerySelector("[name='owner.name']")!;
        Assert.Equal("f-owner-name", input.Id);
        Assert.StartsWith("名称", page.QuerySelector("label[for='f-owner-name']")!.TextContent);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        var described = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent);
        Assert.Equal(["与营业执照一致", "请填写名称"], described);
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public async Task A_group_asks_its_question_in_a_legend_and_labels_every_choice(Type field)
    {
        var page = await Draw(field, ("Error", "请选择一项"));
        var group = page.QuerySelector("fieldset#f-owner-name")!;
        Assert.Equal("名称", group.QuerySelector("legend")!.TextContent);
        Assert.Equal("请选择一项", page.GetElementById(group.GetAttribute("aria-describedby")!)!.TextContent);
        foreach (var input in group.QuerySelectorAll("input"))
        {
            Assert.NotNull(group.QuerySelector($"label[for='{input.Id}']"));
        }
    }

    [Fact]
    public async Task What_was_typed_is_shown_again_and_a_password_is_not()
    {
        Assert.Equal("<b>乐昌", (await Draw(typeof(TextField), ("Value", "<b>乐昌"))).QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("\n两行\n文字", "\n" + (await Draw(typeof(TextAreaField), ("Value", "两行\n文字"))).QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        Assert.Equal("2", (await Draw(typeof(SelectField), ("Value", "2"))).QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal("2", (await Draw(typeof(RadioField), ("Value", "2"))).QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.False((await Draw(typeof(PasswordField), ("Value", "secret"))).QuerySelector("input")!.HasAttribute("value"));
    }

    [Fact]
    public async Task An_optional_field_says_so_and_is_not_required()
    {
        var page = await Draw(typeof(TextField), ("Optional", true));
        Assert.Contains("选填", page.QuerySelector("label")!.TextContent);
        Assert.False(page.QuerySelector("input")!.HasAttribute("aria-required"));
    }

    private static Task<IDocument> Draw(Type field, params (string, object?)[] more)
    {
        List<(string, object?)> parameters = [("Name", "owner.name"), ("Label", "名称"), .. more];
        if (field == typeof(SelectField) || field == typeof(RadioField) || field == typeof(CheckboxListField))
        {
            parameters.Add(("Choices", Choices));
        }

        var of = typeof(Rendered).GetMethods().Single(m => m.Name == "Of" && m.GetParameters().Length == 1);
        return (Task<IDocument>)of.MakeGenericMethod(field).Invoke(null, [parameters.ToArray()])!;
    }
}
