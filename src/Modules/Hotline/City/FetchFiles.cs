using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;

namespace Yimen.Hotline.City;

/// <summary>
/// Fetches the files that the city's messages named, order by order: held against the told digest and size, judged by their own bytes, entered in one write with what
/// the journal says of it. A city that cannot be heard is asked again later; what cannot be taken is told on 市平台对账. Running it twice does no harm.
/// </summary>
internal sealed class FetchFiles(AppDb db, Writer writer, CountyScope scope, OrderDesk desk, FileKeeping keeping, FileStore store, CityWire wire)
{
    private const int MostOrders = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private sealed record Answer(ReceivedFile? File, string Why = "", bool ForGood = false, bool Heard = true);

    public async Task Run(DateTimeOffset now, CancellationToken ct)
    {
        if (!wire.IsOpenFor(scope.County.Code))
        {
            return;
        }

        var orders = await Due(now).GroupBy(f => f.OrderId).Select(g => new { g.Key, NextAt = g.Min(f => f.NextAt) }).OrderBy(g => g.NextAt).ThenBy(g => g.Key).Take(MostOrders).Select(g => g.Key).ToListAsync(ct);
        foreach (var order in orders)
        {
            if (!await OfOrder(order, now, ct))
            {
                return; // it cannot be heard at all: the rest waits for the next run
            }
        }
    }

    private IQueryable<CityFile> Due(DateTimeOffset now) => db.Set<CityFile>().AsNoTracking().Where(f => f.Direction == CityDirection.In && f.State == CityFileState.Waiting && f.NextAt <= now);

    private async Task<bool> OfOrder(Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var (answers, heard) = (new Dictionary<Guid, Answer>(), true);
        foreach (var file in await Due(now).Where(f => f.OrderId == id).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct))
        {
            var answer = answers[file.Id] = await Fetch(file, ct);
            if (!(heard = answer.Heard))
            {
                break;
            }
        }

        try
        {
            await Enter(id, answers, now, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // somebody worked on the order meanwhile; the next run asks again
        }

        db.ChangeTracker.Clear();
        return heard;
    }

    private async Task Enter(Guid id, Dictionary<Guid, Answer> answers, DateTimeOffset now, CancellationToken ct)
    {
        var by = await desk.ActBy(new Act(CityInbox.City, now), ct);
        await writer.Write(by.Act, async () =>
        {
            var order = (await db.LoadOrder(id, ct))!;
            foreach (var row in await db.Set<CityFile>().Where(f => f.OrderId == id && f.State == CityFileState.Waiting).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct))
            {
                if (answers.TryGetValue(row.Id, out var answer))
                {
                    Settle(order, row, answer, by);
                }
            }
        }, ct);
    }

    private void Settle(WorkOrder o, CityFile row, Answer answer, OrderAct by)
    {
        var most = by.Limits[OrderLimitCode.Enclosures];
        answer = answer.File is null ? answer
            : o.State == OrderState.Archived ? new(null, "工单已经归档。", ForGood: true)
            : o.Files.Count(f => f.FromCaller) >= most ? new(null, $"一件工单最多 {most} 个附件。", ForGood: true)
            : answer;
        if (answer.File is { } file)
        {
            row.FileId = keeping.Enter(file, o, by);
            o.TakeEnclosure(new OrderFile { Id = by.NewId(), FileId = row.FileId.Value, Name = row.Name, ByName = "诉求人", At = by.Act.Now, FromCaller = true }, most, by.Act);
            row.Fetched(by.Act.Now);
            return;
        }

        row.Failed(answer.Why, answer.ForGood, by.Act.Now);
        if (row.State == CityFileState.Missing)
        {
            o.MissEnclosure(row.Name, by.Act with { Reason = row.Trouble });
        }
    }

    private async Task<Answer> Fetch(CityFile file, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await wire.Ask(scope.County.Code, file.Key, patience.Token);
            if (!answer.IsSuccessStatusCode)
            {
                return new(null, $"市平台答 {(int)answer.StatusCode}。", ForGood: (int)answer.StatusCode is 400 or 404 or 409 or 410 or 422);
            }

            await using var content = await answer.Content.ReadAsStreamAsync(patience.Token);
            return Judge(file, await store.Receive(content, file.Name, FileKeeping.Papers, patience.Token));
        }
        catch (RuleViolation refused)
        {
            return new(null, Words(refused), ForGood: refused.Code != "file-empty");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return new(null, "没有联系上市平台，或者传到一半断了。", Heard: false);
        }
    }

    // another content than was told may be a broken transfer: it is asked for again before it is given up
    private static Answer Judge(CityFile told, ReceivedFile came) =>
        came.Hash != told.Digest ? new(null, "内容与所报的 SM3 摘要不符。")
        : came.Size != told.Size ? new(null, $"大小与所报的不符：报 {told.Size} 字节，收到 {came.Size} 字节。", ForGood: true)
        : new(came);

    // in words of our own: those of the store speak of the file's name
    private static string Words(RuleViolation refused) => refused.Code switch
    {
        "file-too-large" => $"文件超过 {FileKeeping.Papers.MostBytes >> 20} MB。",
        "file-empty" => "文件是空的。",
        _ => "内容不是照片或 PDF，或者与文件名的后缀不符。",
    };
}
