using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Knowledge.Contracts;

/// <summary>知识条目 as other rooms may read and join it.</summary>
public sealed class ArticleRef
{
    public Guid Id { get; private init; }

    /// <summary>主办单位.</summary>
    public UnitId Unit { get; private init; }

    public ArticleState State { get; private init; }

    public string Title { get; private init; } = "";

    /// <summary>内容分类.</summary>
    public string Class { get; private init; } = "";

    public Visibility Visibility { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The last day on which it holds; null: until it is changed.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The version in use; null before the first publication.</summary>
    public Guid? Current { get; private init; }
}

/// <summary>The read doors of this room.</summary>
public static class KnowledgeRefs
{
    extension(AppDb db)
    {
        public IQueryable<ArticleRef> ArticleRefs => db.Set<ArticleRef>();

        /// <summary>What may be given as an answer on a day.</summary>
        public IQueryable<ArticleRef> AnswersOn(DateOnly day) =>
            db.Set<ArticleRef>().Where(a => a.State == ArticleState.Live && a.ValidFrom <= day && (a.ValidTo == null || a.ValidTo >= day));
    }
}
