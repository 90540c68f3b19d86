using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Npgsql;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Data;

/// <summary>
/// The one way to change a county: the change, its number, its journal entries, its tasks and its receipt are saved together or not at all.
/// A use case hands in what to do; the writer orders writers, repeats nothing and forgets nothing.
/// </summary>
public sealed class Writer(AppDb db, CountyScope scope, JournalChanges changes, IdSource ids, IEnumerable<StandIn> standIns)
{
    private static readonly Translated<Func<AppDb, Guid, string, CancellationToken, Task<RequestReceipt?>>> Receipts = new(() =>
        EF.CompileAsyncQuery((AppDb db, Guid account, string key, CancellationToken ct) => db.Set<RequestReceipt>().AsNoTracking().FirstOrDefault(r => r.AccountId == account && r.Key == key)));

    private static readonly Translated<Func<AppDb, string, Guid, IAsyncEnumerable<InboxTask>>> Tasks = new(() =>
        EF.CompileAsyncQuery((AppDb db, string kind, Guid matter) => db.Set<InboxTask>().Where(t => t.Kind == kind && t.MatterId == matter && t.ClosedAt == null)));

    /// <param name="act">Who acts, when, why.</param>
    /// <param name="key">The idempotency key of the request, when it creates something; a second call with it returns the first answer.</param>
    /// <param name="change">Loads, calls verbs, adds; must not save. Its answer is kept with the key.</param>
    /// <param name="ct">Cancels before the commit only.</param>
    /// <exception cref="DbUpdateConcurrencyException">Another writer changed a loaded matter meanwhile.</exception>
    public async Task<T> Write<T>(Act act, string? key, Func<Task<T>> change, CancellationToken ct)
    {
        using var pass = scope.County.Database == DatabaseKind.Sqlite ? await scope.County.Gate.Enter(ct) : default(WriteGate.Pass?);
        using var seat = scope.County.Connections?.Seat(db);
        if (key is not null && await Receipt(act, key, ct) is { } earlier)
        {
            return JsonSerializer.Deserialize<T>(earlier.Answer)!;
        }

        try
        {
            var answer = await change();
            if (key is not null)
            {
                db.Add(new RequestReceipt { Key = key, AccountId = act.By.AccountId, Answer = JsonSerializer.Serialize(answer), At = act.Now });
            }

            await Save(act, ct);
            return answer;
        }
        catch (Exception e) when (key is not null || Overtaken(e))
        {
            // on PostgreSQL two equal requests may race past the look-up: the loser, whatever it stumbled over, reads the winner's answer
            if (key is not null && await Receipt(act, key, ct) is { } first)
            {
                db.ChangeTracker.Clear();
                return JsonSerializer.Deserialize<T>(first.Answer)!;
            }

            if (e is DbUpdateException and not DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
            }

            if (Overtaken(e))
            {
                throw new DbUpdateConcurrencyException("Another writer changed the matter meanwhile.", e);
            }

            throw;
        }
    }

    // on PostgreSQL the update that finds no row and the journal's insert go in one batch, and the insert's refusal is heard first: the same number of the same matter
    private static bool Overtaken(Exception e) => e is DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "journal_entry" } };

    public Task Write(Act act, Func<Task> change, CancellationToken ct) => Write(act, null, async () => { await change(); return true; }, ct);

    private Task<RequestReceipt?> Receipt(Act act, string key, CancellationToken ct) => Receipts.For(db)(db, act.By.AccountId, key, ct);

    /// <summary>
    /// A change too large for memory: each part is loaded, changed, saved and forgotten, and all of them commit together or not at all.
    /// On SQLite other writers wait until it is through; readers never do.
    /// </summary>
    /// <param name="parts">Prepares one part a step; must not save.</param>
    public async Task WriteParts(Act act, IAsyncEnumerable<int> parts, CancellationToken ct)
    {
        using var pass = scope.County.Database == DatabaseKind.Sqlite ? await scope.County.Gate.Enter(ct) : default(WriteGate.Pass?);
        using var seat = scope.County.Connections?.Seat(db);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        HashSet<Type> kinds = [];
        await foreach (var _ in parts.WithCancellation(ct))
        {
            kinds.UnionWith((await SavePart(act, ct)).Select(m => m.GetType()));
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(ct);
        scope.County.Wrote(kinds);
    }

    private async Task Save(Act act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var matters = await SavePart(act, ct);
        await transaction.CommitAsync(ct);
        scope.County.Wrote(matters.Select(m => m.GetType()).ToHashSet());
        matters.ForEach(m => m.Trail.Written());
    }

    private async Task<List<IMatter>> SavePart(Act act, CancellationToken ct)
    {
        // gone through once: each asking compares all that was loaded with what it was
        var entries = db.ChangeTracker.Entries().ToList();
        var matters = entries.Where(e => e.Entity is IMatter { Trail.Pending.Count: > 0 }).Select(e => (Entity: (IMatter)e.Entity, e.State)).ToList();
        // before the numbers: on PostgreSQL whoever takes the next number of a series waits until this one is committed
        await db.WriteTexts(ct);
        foreach (var numbered in entries.Where(IsNumbered).Select(e => (INumbered)e.Entity).Where(n => n.NumberWanted is not null).OrderBy(n => n.NumberWanted!.Series, StringComparer.Ordinal).ToList())
        {
            numbered.Take(await db.Next(numbered.NumberWanted!, ct));
        }

        foreach (var matter in matters)
        {
            var open = matter.State == EntityState.Added ? [] : await OpenTasks(matter.Entity, ct);
            await SayForWhom(matter.Entity, open, act, ct);
            await WriteJournal(matter.Entity, ct);
            KeepTasks(matter.Entity, open, act);
        }

        await db.SaveChangesAsync(ct);
        return [.. matters.Select(m => m.Entity)];
    }

    // a matter that did something, or what is numbered and is no matter: a new document
    private static bool IsNumbered(EntityEntry e) => e.Entity is INumbered && (e.Entity is IMatter matter ? matter.Trail.Pending.Count > 0 : e.State == EntityState.Added);

    private async Task WriteJournal(IMatter matter, CancellationToken ct)
    {
        foreach (var note in matter.Trail.Pending)
        {
            var number = matter.Trail.Count + 1;
            var text = await changes.Write(matter.Ref, note.Changes, ct);
            var hash = scope.County.Keys.Chain(matter.Trail.Head, JournalEntry.Canonical(matter.Ref, number, note, text));
            db.Add(Entry(matter, note, text, hash));
            matter.Trail.Advance(hash);
        }
    }

    private static JournalEntry Entry(IMatter matter, Note note, string changes, string hash) => new()
    {
        Kind = matter.Ref.Kind,
        MatterId = matter.Ref.Id,
        Number = matter.Trail.Count + 1,
        At = note.Act.Now,
        ActorId = note.Act.By.AccountId,
        ActorName = note.Act.By.Name,
        Unit = note.Act.By.Unit,
        Verb = note.Verb,
        From = note.From,
        To = note.To,
        Reason = note.Act.Reason,
        Changes = changes,
        Previous = matter.Trail.Head,
        Hash = hash,
    };

    private async Task<List<InboxTask>> OpenTasks(IMatter matter, CancellationToken ct) => await Tasks.For(db)(db, matter.Ref.Kind, matter.Ref.Id).ToListAsync(ct);

    /// <summary>代办 — what lay with somebody who is away was done by who stands in for them: the act is the doer's, and says for whom.</summary>
    private async Task SayForWhom(IMatter matter, List<InboxTask> open, Act act, CancellationToken ct)
    {
        var holders = open.Select(t => t.Holder).OfType<Guid>().Where(h => h != act.By.AccountId).ToList();
        foreach (var standIn in holders.Count == 0 ? [] : standIns)
        {
            var absent = await standIn.For(db, act.By.AccountId, act.Today, ct);
            foreach (var name in holders.Distinct().Where(absent.ContainsKey).Select(h => absent[h]))
            {
                matter.Trail.Pending[0].Changes.Add(new Change("代办", null, $"代{name}"));
            }
        }
    }

    /// <summary>Makes the inbox equal to what the matter waits for: closes what is done, opens what is new, moves what changed.</summary>
    private void KeepTasks(IMatter matter, List<InboxTask> open, Act act)
    {
        var wanted = matter.WaitsFor.ToDictionary(t => t.Code);
        foreach (var task in open)
        {
            if (wanted.Remove(task.Code, out var spec))
            {
                task.Follow(spec);
            }
            else
            {
                task.Close(act);
            }
        }

        db.AddRange(wanted.Values.Select(spec => InboxTask.Open(ids.NewId(act.Now), matter.Ref, spec, act.Now)));
    }
}
