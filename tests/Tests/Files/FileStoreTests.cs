using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Files;

public sealed class FileStoreTests(Town town) : IClassFixture<Town>
{
    private static readonly FileLimits Small = new(1000, FileKind.All);

    [Theory]
    [InlineData(".pdf")]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".heic")]
    [InlineData(".webp")]
    [InlineData(".tif")]
    [InlineData(".doc")]
    [InlineData(".xls")]
    [InlineData(".ofd")]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".zip")]
    public async Task A_file_is_kept_under_the_hash_of_its_content_with_the_type_its_bytes_show(string ending)
    {
        var bytes = Specimens.Of(ending);
        var file = await Receive(new MemoryStream(bytes), "营业执照" + ending);
        Assert.Equal(Convert.ToHexStringLower(Sm.Sm3(bytes)), file.Hash);
        Assert.Equal((bytes.LongLength, $"营业执照{ending}"), (file.Size, file.Name));
        Assert.True(file.Kind.Ends(ending));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(Folder, file.Hash[..2], file.Hash[2..4], file.Hash), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_upload_that_is_cut_off_leaves_nothing()
    {
        var before = AllFiles();
        await Assert.ThrowsAsync<IOException>(() => Receive(new BrokenStream(300_000), "a.pdf", FileLimits.Material));
        await Assert.ThrowsAsync<IOException>(() => Receive(new BrokenStream(0), "a.pdf", FileLimits.Material));
        Assert.Equal(before, AllFiles());
    }

    [Fact]
    public async Task A_cancelled_upload_leaves_nothing()
    {
        var before = AllFiles();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            town.InCounty((_, services) => services.GetRequiredService<FileStore>().Receive(new MemoryStream(Specimens.Pdf), "a.pdf", Small, new CancellationToken(true))));
        Assert.Equal(before, AllFiles());
    }

    [Theory]
    [InlineData("too-large")]
    [InlineData("empty")]
    [InlineData("type")]
    public async Task What_is_refused_is_said_and_leaves_nothing(string why)
    {
        var before = AllFiles();
        var bytes = why switch { "too-large" => [.. Specimens.Pdf, .. new byte[1000]], "empty" => [], _ => Specimens.Html };
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => Receive(new MemoryStream(bytes), "a.pdf"));
        Assert.Equal("file-" + why, refused.Code);
        Assert.Equal(before, AllFiles());
    }

    [Theory]
    [InlineData("照片.png", "JPEG 图片")]
    [InlineData("照片.exe", "JPEG 图片")]
    [InlineData("照片", "JPEG 图片")]
    public async Task A_name_that_does_not_fit_the_content_is_refused_in_words(string name, string shown)
    {
        var refused = await Assert.ThrowsAsync<RuleViolation>(() => Receive(new MemoryStream(Specimens.Jpeg), name));
        Assert.Contains(shown, refused.Message);
    }

    [Fact]
    public async Task A_document_with_macros_is_not_taken() => await Assert.ThrowsAsync<RuleViolation>(() =>
        Receive(new MemoryStream(Specimens.Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")), "表.docx"));

    [Fact]
    public async Task Only_kinds_that_are_asked_for_are_taken() => await Assert.ThrowsAsync<RuleViolation>(() =>
        Receive(new MemoryStream(Specimens.Pdf), "a.pdf", new FileLimits(1000, FileKind.Images)));

    [Fact]
    public async Task Equal_files_lie_there_once()
    {
        var first = await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 twice")), "一.pdf");
        var count = AllFiles().Count;
        var second = await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 twice")), "二.pdf");
        Assert.Equal((first.Hash, count), (second.Hash, AllFiles().Count));
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\照片\身份证.jpg", "身份证.jpg")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "a__Set-Cookie_ x.pdf")]
    [InlineData("发票\u202Efdp.exe", "发票_fdp.exe")]
    [InlineData("", "文件")]
    [InlineData(".pdf", "文件.pdf")]
    [InlineData("..", "文件")]
    public void Names_are_text_for_people_and_nothing_more(string sent, string kept) => Assert.Equal(kept, FileName.Clean(sent));

    [Fact]
    public void A_long_name_keeps_its_ending() => Assert.EndsWith(".pdf", FileName.Clean(new string('长', 500) + ".pdf"));

    [Fact]
    public async Task What_no_row_speaks_of_is_swept_when_it_is_old_and_what_came_again_stays()
    {
        var kept = await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 kept")), "a.pdf");
        var lost = await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 lost")), "b.pdf");
        var again = await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 again")), "c.pdf");
        await Enter(kept);
        town.Time.Advance(TimeSpan.FromDays(2));
        await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 again")), "c.pdf");
        Assert.True(await Sweep() >= 1);
        Assert.Equal((true, false, true), (Has(kept), Has(lost), Has(again)));
    }

    [Fact]
    public async Task Nothing_is_swept_while_a_backup_reads()
    {
        await Receive(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 old")), "a.pdf");
        town.Time.Advance(TimeSpan.FromDays(2));
        using (FilesHeld.TryHold(County))
        {
            Assert.Equal(0, await Sweep());
        }
        Assert.True(await Sweep() >= 1);
    }

    private County County => town.Host.Services.GetRequiredService<CountyDirectory>().Sole!;

    private string Folder => Path.Combine(County.Folder, "files");

    private List<string> AllFiles() => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order()] : [];

    private bool Has(ReceivedFile file) => File.Exists(Path.Combine(Folder, file.Hash[..2], file.Hash[2..4], file.Hash));

    private Task<ReceivedFile> Receive(Stream content, string name, FileLimits? limits = null) =>
        town.InCounty((_, services) => services.GetRequiredService<FileStore>().Receive(content, name, limits ?? Small));

    private Task<int> Sweep() => town.InCounty((_, services) => services.GetRequiredService<OrphanFiles>().Sweep(town.Time.GetUtcNow().AddDays(-1)));

    private Task<int> Enter(ReceivedFile file) => town.Rows((AppDb db) =>
    {
        db.Add(StoredFile.Of(Guid.Parse("00000000-0000-7000-8000-000000000001"), file, new MatterRef("test", Guid.Empty), new Act(Actor.System, town.Time.Now())));
        return db.SaveChangesAsync();
    });
}
