using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Platform.Delivery;

/// <summary>Where modules lay what is to be said. Called inside a writer's change: the letter is there exactly when the change is.</summary>
public sealed class Outbox(AppDb db, CountyScope scope, IdSource ids)
{
    public async Task Add(Act act, Letter letter, CancellationToken ct = default)
    {
        if (letter.To.IsEmpty || (letter.DedupeKey is not null && await IsWritten(letter, ct)))
        {
            return; // nobody to tell, or told already
        }
        var body = scope.County.Keys.Seal(letter.Body);
        db.Add(letter.Channel == DeliveryChannel.InApp
            ? new Message
            {
                Id = ids.NewId(act.Now),
                AccountId = Guid.Parse(letter.To.Text),
                Subject = letter.Subject,
                Body = body,
                Href = letter.Href,
                DedupeKey = letter.DedupeKey,
                At = act.Now,
            }
            : OutboxMessage.Of(ids.NewId(act.Now), letter, body, act.Now));
    }

    private async Task<bool> IsWritten(Letter letter, CancellationToken ct) => letter.Channel == DeliveryChannel.InApp
        ? db.Set<Message>().Local.Any(m => m.DedupeKey == letter.DedupeKey) || await db.Set<Message>().AnyAsync(m => m.DedupeKey == letter.DedupeKey, ct)
        : db.Set<OutboxMessage>().Local.Any(m => m.DedupeKey == letter.DedupeKey) || await db.Set<OutboxMessage>().AnyAsync(m => m.DedupeKey == letter.DedupeKey, ct);
}
