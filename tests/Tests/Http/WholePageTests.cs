using System.Text;
using Microsoft.AspNetCore.Http;
using Yimen.Platform.Http;

namespace Yimen.Tests.Http;

/// <summary>A page leaves in one piece, and says how long it is.</summary>
public sealed class WholePageTests : IDisposable
{
    private readonly MemoryStream wire = new();

    [Fact]
    public async Task What_is_drawn_in_many_parts_is_sent_when_the_last_is_there()
    {
        var http = new DefaultHttpContext { Response = { Body = wire } };
        var seen = -1L;

        await new WholePage(new Parts(4_000, () => seen = wire.Length)).ExecuteAsync(http);

        Assert.Equal(0, seen);
        Assert.Equal(4_000 * 9, http.Response.ContentLength);
        Assert.Equal(string.Concat(Enumerable.Repeat("办事指南", 3_000)), Encoding.UTF8.GetString(wire.ToArray()));
    }

    [Fact]
    public async Task After_a_page_that_failed_the_answer_is_written_as_ever()
    {
        var http = new DefaultHttpContext { Response = { Body = wire } };

        await Assert.ThrowsAsync<IOException>(() => new WholePage(new Parts(0, () => throw new IOException())).ExecuteAsync(http));
        await http.Response.WriteAsync("出错", TestContext.Current.CancellationToken);

        Assert.Null(http.Response.ContentLength);
        Assert.Equal("出错", Encoding.UTF8.GetString(wire.ToArray()));
    }

    public void Dispose() => wire.Dispose();

    private sealed class Parts(int count, Action after) : IResult
    {
        private static readonly string[] Three = ["办事指", "南办事", "指南办", "事指南"];

        public async Task ExecuteAsync(HttpContext http)
        {
            for (var n = 0; n < count; n++)
            {
                await http.Response.WriteAsync(Three[n % 4]);
            }

            after();
        }
    }
}
