using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Tests.World;

namespace Yimen.Tests.Files;

public sealed class FileDownloadTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData("营业执照.pdf", true, "inline")]
    [InlineData("营业执照.pdf", false, "attachment")]
    [InlineData("表.docx", true, "attachment")]
    public async Task A_file_goes_out_with_its_name_and_may_run_nothing(string name, bool inline, string disposition)
    {
        var http = await Download(name, Specimens.Of(Path.GetExtension(name)), inline);
        Assert.StartsWith(disposition, http.Response.Headers.ContentDisposition.ToString());
        Assert.Contains("filename*=UTF-8''" + Uri.EscapeDataString(name), http.Response.Headers.ContentDisposition.ToString());
        Assert.Equal("nosniff", http.Response.Headers.XContentTypeOptions);
        Assert.Equal(http.Response.Headers.ContentSecurityPolicy.ToString(), http.Items[typeof(SecurityHeaders)]);
        Assert.Contains("default-src 'none'", http.Response.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal(Specimens.Of(Path.GetExtension(name)), ((MemoryStream)http.Response.Body).ToArray());
    }

    private Task<DefaultHttpContext> Download(string name, byte[] bytes, bool inline) => town.InCounty(async (_, services) =>
    {
        var store = services.GetRequiredService<FileStore>();
        var received = await store.Receive(new MemoryStream(bytes), name, FileLimits.Material);
        var file = StoredFile.Of(Guid.Empty, received, new MatterRef("test", Guid.Empty), new Act(Actor.System, town.Time.Now()));
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };
        await FileDownload.Of(http, store, file, inline).ExecuteAsync(http);
        return http;
    });
}
