using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Yimen.Platform.Http;

/// <summary>
/// Sends a page in one piece and says how long it is. The renderer hands its text on every sixteen thousand characters, and each hand-over to the wire is a send
/// of its own: a list of fifty rows took six. A page is drawn whole before its first byte is written, so that nothing is gained by sending it early.
/// </summary>
internal sealed class WholePage(IResult page) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var wire = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new Held(wire.Writer), wire));
        try
        {
            await page.ExecuteAsync(http);
        }
        finally
        {
            http.Features.Set(wire);
        }

        if (wire.Writer.CanGetUnflushedBytes && !http.Response.HasStarted)
        {
            http.Response.ContentLength = wire.Writer.UnflushedBytes;
        }

        await wire.Writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>Keeps in the writer's own memory what is written, and does not flush.</summary>
    private sealed class Held(PipeWriter into) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var rest = buffer;
            while (!rest.IsEmpty)
            {
                var free = into.GetSpan();
                var part = rest[..Math.Min(free.Length, rest.Length)];
                part.CopyTo(free);
                into.Advance(part.Length);
                rest = rest[part.Length..];
            }
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Write(buffer.AsSpan(offset, count));
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
