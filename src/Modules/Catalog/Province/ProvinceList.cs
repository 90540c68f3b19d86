using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Catalog.Province;

/// <summary>省目录清单 — what the province has published of this county on a day, as it hands it out. Each import replaces the lines of the one before.</summary>
internal sealed class ProvinceList : IMatter
{
    private ProvinceList()
    {
    }

    public Guid Id { get; private init; }

    public string FileName { get; private init; } = "";

    public DateTimeOffset ImportedAt { get; private init; }

    public string ByName { get; private init; } = "";

    public int Lines { get; private init; }

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("province-list", Id);

    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>导入省目录 — the list that comparisons are made with from now on.</summary>
    public static ProvinceList Import(Guid id, string fileName, int lines, Act act)
    {
        var list = new ProvinceList { Id = id, FileName = fileName, ImportedAt = act.Now, ByName = act.By.Name, Lines = lines };
        list.Trail.Note(act, "导入省目录", null, null, new Change("文件", null, fileName), new Change("事项数", null, $"{lines}"));
        return list;
    }
}

/// <summary>One line of the province's list. What its file does not tell is null and is not compared.</summary>
internal sealed class ProvinceLine
{
    /// <summary>业务办理项编码, 33 characters.</summary>
    public required string Code { get; init; }

    /// <summary>省目录编号.</summary>
    public required string ProvincialId { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    /// <summary>在用, 暂停 or 取消.</summary>
    public required string State { get; init; }

    public string? ProjectType { get; init; }

    /// <summary>20个工作日; empty where the law sets none.</summary>
    public string? Statutory { get; init; }

    public string? Promised { get; init; }

    /// <summary>是 or 否.</summary>
    public string? Online { get; init; }
}

/// <summary>比对 — that province and county were held against each other, and what came of it.</summary>
internal sealed class DriftRun
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ListId { get; init; }

    /// <summary>Items of the county that were held against the list.</summary>
    public required int Items { get; init; }

    public required int Found { get; init; }

    public required int Settled { get; init; }

    public required int Open { get; init; }
}
