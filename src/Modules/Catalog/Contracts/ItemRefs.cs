using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Contracts;

/// <summary>事项 as other rooms may read and join it.</summary>
public sealed class ItemRef
{
    public Guid Id { get; private init; }

    /// <summary>基本编码, 12 digits.</summary>
    public string BasicCode { get; private init; } = "";

    /// <summary>办理项序号, two digits.</summary>
    public string Handling { get; private init; } = "";

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Name { get; private init; } = "";

    public ItemState State { get; private init; }

    /// <summary>The version in force; null before the first publication.</summary>
    public Guid? Current { get; private init; }
}

/// <summary>One version of an item; a case is bound to the version it began with.</summary>
public sealed class ItemVersionRef
{
    public Guid Id { get; private init; }

    public Guid ItemId { get; private init; }

    public int Number { get; private init; }

    public string Name { get; private init; } = "";

    public ProjectType ProjectType { get; private init; }

    public AcceptMode AcceptMode { get; private init; }

    public HandledIn HandledIn { get; private init; }

    public OnlineDepth OnlineDepth { get; private init; }

    public bool Online { get; private init; }

    public bool OneWindow { get; private init; }

    public ItemContent Content { get; private init; } = new();

    /// <summary>省目录编号 and version; null while the version is not published.</summary>
    public string? ProvincialId { get; private init; }

    public int? ProvincialVersion { get; private init; }
}

/// <summary>Which window receives which item, from when to when.</summary>
public sealed class WindowBindingRef
{
    public Guid ItemId { get; private init; }

    public string Window { get; private init; } = "";

    public DateOnly From { get; private init; }

    public DateOnly? To { get; private init; }
}

/// <summary>The read doors of this room.</summary>
public static class CatalogRefs
{
    extension(AppDb db)
    {
        public IQueryable<ItemRef> ItemRefs => db.Set<ItemRef>();

        public IQueryable<ItemVersionRef> ItemVersionRefs => db.Set<ItemVersionRef>();

        public IQueryable<WindowBindingRef> WindowBindingRefs => db.Set<WindowBindingRef>();
    }
}
