using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Tests.World;

namespace Yimen.Tests.Documents;

public sealed class DocumentRegisterTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Numbers_are_gap_free_within_a_series_and_its_year()
    {
        var kind = new DocumentKind("a", "甲种通知书", "甲");
        var other = new DocumentKind("b", "乙种通知书", "乙");
        Assert.Equal(["乐甲〔2020〕000001号", "乐甲〔2020〕000002号", "乐乙〔2020〕000001号"],
            [(await town.Issued(kind)).Number, (await town.Issued(kind)).Number, (await town.Issued(other)).Number]);
    }

    [Fact]
    public async Task A_change_that_fails_gives_its_number_back()
    {
        var kind = new DocumentKind("c", "丙种通知书", "丙");
        await Assert.ThrowsAsync<DbUpdateException>(() => town.InCounty((db, services) =>
        {
            var register = services.GetRequiredService<DocumentRegister>();
            return services.GetRequiredService<Writer>().Write(town.Act(), null, () =>
            {
                register.Issue(town.Act(), kind, Papers.Matter, Papers.Content);
                db.Add(new RequestReceipt { Key = "broken", AccountId = Guid.Empty, Answer = null!, At = town.Time.Now() });
                return Task.FromResult(true);
            }, default);
        }));
        Assert.Equal("乐丙〔2020〕000001号", (await town.Issued(kind)).Number);
    }

    [Fact]
    public async Task A_document_may_quote_its_own_number_and_tells_it_to_whoever_asked()
    {
        string? told = null;
        var issued = await town.InCounty((_, services) => services.GetRequiredService<Writer>().Write(town.Act(), null, () => Task.FromResult(
            services.GetRequiredService<DocumentRegister>().Issue(town.Act(), Papers.Refusal, Papers.Matter, n => Papers.Content with { Parts = [new Paragraph($"文号{n}")] }, n => told = n)), default));
        Assert.Equal(issued.Number, told);
        var content = await town.InCounty((_, services) => Task.FromResult(services.GetRequiredService<DocumentRegister>().Read(issued)));
        Assert.Equal([new Paragraph($"文号{issued.Number}")], content!.Parts);
    }

    [Fact]
    public async Task What_it_said_is_kept_under_the_countys_key_and_read_back_whole()
    {
        var issued = await town.Issued();
        var (stored, content) = await town.InCounty(async (_, services) =>
        {
            var register = services.GetRequiredService<DocumentRegister>();
            var stored = await register.FindByCode($" {issued.Code[..4].ToLowerInvariant()}-{issued.Code[4..]} ");
            return (stored!, register.Read(stored!)!);
        });
        Assert.DoesNotContain("演示甲", stored.Content.Text);
        Assert.Equal(Papers.Content.Parts, content.Parts);
        Assert.Equal((Papers.Content.Addressee, Papers.Content.Note), (content.Addressee, content.Note));
    }

    [Fact]
    public async Task A_document_whose_number_was_changed_behind_the_programs_back_is_not_shown()
    {
        var issued = await town.Issued();
        await town.Rows(db => db.Database.ExecuteSqlAsync($"UPDATE document SET number = '乐受〔2020〕000999号' WHERE id = {issued.Id}"));
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => town.InCounty(async (_, services) =>
        {
            var register = services.GetRequiredService<DocumentRegister>();
            return register.Read((await register.Find(issued.Id))!);
        }));
        Assert.Equal("document-altered", refused.Code);
    }

    [Fact]
    public async Task A_document_is_revoked_once()
    {
        var issued = await town.Issued();
        await town.Revoked(issued.Id);
        Assert.Equal("document-revoked", (await Assert.ThrowsAsync<RuleViolation>(() => town.Revoked(issued.Id))).Code);
    }

    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    public async Task Paragraphs_count_in_chinese(int count, string numeral)
    {
        var view = new DocumentView(await town.Issued(), Papers.Content with { Parts = [.. Enumerable.Range(1, count).Select(i => new Numbered($"第{i}"))] }, "", false);
        Assert.Equal(numeral + "、", view.Parts().Last().Numeral);
    }
}
