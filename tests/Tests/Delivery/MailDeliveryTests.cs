using Yimen.Platform.Delivery;

namespace Yimen.Tests.Delivery;

public sealed class MailDeliveryTests
{
    [Fact]
    public async Task A_letter_written_with_a_change_is_sent_after_it()
    {
        await using var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1);
        Assert.Equal(1, await office.Send(TestContext.Current.CancellationToken));
        Assert.Contains("someone@example.org", Assert.Single(sink.Mails));
        Assert.Equal(OutboxState.Sent, Assert.Single(await office.Rows()).State);
        Assert.Equal(0, await office.Send(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_worker_killed_after_the_server_took_the_letter_is_followed_by_one_that_repeats_it_under_the_same_id()
    {
        await using var sink = new SmtpSink { Silent = true };
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1);
        using var killed = new CancellationTokenSource();
        var (arrived, worker) = (sink.Next(), office.Send(killed.Token));
        await arrived;
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => worker);
        sink.Silent = false;
        Assert.Equal(0, await office.Send(TestContext.Current.CancellationToken)); // the dead worker's lease still runs
        office.Wait(OutboxSender.Lease + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await office.Send(TestContext.Current.CancellationToken));
        Assert.Equal(2, sink.Mails.Count);
        Assert.Single(sink.Ids.Distinct());
        var row = Assert.Single(await office.Rows());
        Assert.Equal((OutboxState.Sent, 2), (row.State, row.Attempts));
    }

    [Fact]
    public async Task Many_workers_share_the_letters_and_send_each_once()
    {
        await using var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(40);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.Send(TestContext.Current.CancellationToken)));
        Assert.Equal(40, sent.Sum());
        Assert.Equal((40, 40), (sink.Mails.Count, sink.Ids.Distinct().Count()));
        Assert.All(await office.Rows(), r => Assert.Equal(1, r.Attempts));
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_later_and_later_and_then_no_more()
    {
        var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await sink.DisposeAsync();
        await office.Mail(1);
        var tries = 0;
        var before = DateTimeOffset.MinValue;
        for (var row = (await office.Rows()).Single(); row.State == OutboxState.Waiting; row = (await office.Rows()).Single())
        {
            Assert.True(row.NextAt > before);
            before = row.NextAt;
            tries += await office.Send(TestContext.Current.CancellationToken);
            Assert.Equal(0, await office.Send(TestContext.Current.CancellationToken));
            office.Wait(TimeSpan.FromHours(12));
        }
        Assert.Equal(7, tries);
        Assert.NotEmpty((await office.Rows()).Single().LastError!);
    }

    [Theory]
    [InlineData("550 no such user", OutboxState.Dead)]
    [InlineData("451 try later", OutboxState.Waiting)]
    public async Task A_mailbox_that_does_not_exist_is_not_tried_again(string answer, OutboxState expected)
    {
        await using var sink = new SmtpSink { Recipient = answer };
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1);
        await office.Send(TestContext.Current.CancellationToken);
        var row = Assert.Single(await office.Rows());
        Assert.Equal(expected, row.State);
        Assert.Contains(answer[4..], row.LastError);
    }

    [Fact]
    public async Task One_bad_address_does_not_hold_up_the_others()
    {
        await using var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1, "不是地址");
        await office.Mail(1);
        await office.Send(TestContext.Current.CancellationToken);
        Assert.Equal([OutboxState.Sent, OutboxState.Dead], (await office.Rows()).Select(r => r.State).Order());
    }

    [Fact]
    public async Task What_the_letter_says_and_to_whom_rests_sealed()
    {
        await using var sink = new SmtpSink();
        await using var office = await PostOffice.WithMail(sink);
        await office.Mail(1);
        var row = Assert.Single(await office.Rows());
        Assert.DoesNotContain("someone", row.To.Text);
        Assert.DoesNotContain("受理", row.Body.Text);
    }
}
