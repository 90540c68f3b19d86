using Yimen.Kernel;
using Yimen.Knowledge.Use;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Contracts;

/// <summary>The door through which other rooms say that an entry was used.</summary>
public static class KnowledgeUse
{
    extension(AppDb db)
    {
        /// <summary>用于答复 — a matter (a work order) was answered from this entry. Added to the caller's own transaction, once a matter and entry; it counts as use on the day of the act.</summary>
        public void NoteAnswerFrom(Guid article, MatterRef matter, Act act) =>
            db.Add(new ArticleUse { ArticleId = article, Kind = UseKind.Answer, On = act.Today, Count = 1, Matter = matter.Kind, MatterId = matter.Id });

        /// <summary>The entries that matters were answered from: to count direct answers by joining.</summary>
        public IQueryable<AnswerFrom> AnswersFrom =>
            db.Set<ArticleUse>().Where(u => u.Kind == UseKind.Answer).Select(u => new AnswerFrom { ArticleId = u.ArticleId, Matter = u.Matter!, MatterId = u.MatterId!.Value, On = u.On });
    }
}

/// <summary>One matter answered from one entry.</summary>
public sealed class AnswerFrom
{
    public required Guid ArticleId { get; init; }

    /// <summary>The kind of the matter.</summary>
    public required string Matter { get; init; }

    public required Guid MatterId { get; init; }

    public required DateOnly On { get; init; }
}
