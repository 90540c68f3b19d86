using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Catalog.Import;

internal enum ImportState
{
    [Label("正在检查")] Checking,
    [Label("待生效")] Ready,
    [Label("正在生效")] Publishing,
    [Label("已生效")] Published,
    [Label("已停止")] Stopped,
    [Label("未能读取")] Failed,
}

internal enum ImportVerb
{
    [Label("检查完毕")] Check,
    [Label("生效")] Begin,
    [Label("生效完毕")] Finish,
    [Label("退回待生效")] FallBack,
    [Label("停止")] Stop,
    [Label("读取失败")] Fail,
}

/// <summary>导入 — a workbook of implementation lists on its way into the catalogue: checked row by row beside it, then taken in whole or not at all.</summary>
internal sealed class ImportRun : IMatter
{
    public static readonly Lifecycle<ImportState, ImportVerb> Lifecycle = new(
        (ImportState.Checking, ImportVerb.Check, ImportState.Ready),
        (ImportState.Checking, ImportVerb.Stop, ImportState.Stopped),
        (ImportState.Checking, ImportVerb.Fail, ImportState.Failed),
        (ImportState.Ready, ImportVerb.Begin, ImportState.Publishing),
        (ImportState.Ready, ImportVerb.Stop, ImportState.Stopped),
        (ImportState.Publishing, ImportVerb.Finish, ImportState.Published),
        (ImportState.Publishing, ImportVerb.FallBack, ImportState.Ready));

    private ImportRun()
    {
    }

    public Guid Id { get; private init; }

    public string FileName { get; private init; } = "";

    public Guid ById { get; private init; }

    public string ByName { get; private init; } = "";

    public UnitId? ByUnit { get; private init; }

    public DateTimeOffset StartedAt { get; private init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public ImportState State { get; private set; }

    /// <summary>Why it failed or fell back, in words.</summary>
    public string? Message { get; private set; }

    public Trail Trail { get; private set; } = new();

    public MatterRef Ref => new("import", Id);

    public IEnumerable<TaskSpec> WaitsFor => [];

    public Actor By => new(ById, ByName, ByUnit);

    /// <summary>上传 — a file has come in and is going to be checked.</summary>
    public static ImportRun Upload(Guid id, string fileName, Act act)
    {
        var run = new ImportRun { Id = id, FileName = fileName, ById = act.By.AccountId, ByName = act.By.Name, ByUnit = act.By.Unit, StartedAt = act.Now };
        run.Trail.Note(act, "上传", null, Label.Of(ImportState.Checking), new Change("文件", null, fileName));
        return run;
    }

    public void Pass(ImportVerb verb, Act act, string? message = null)
    {
        var from = State;
        State = Lifecycle.After(from, verb);
        (Message, EndedAt) = (message, State is ImportState.Published or ImportState.Stopped or ImportState.Failed ? act.Now : null);
        Trail.Note(act, Label.Of(verb), Label.Of(from), Label.Of(State), message is null ? [] : [new Change("说明", null, message)]);
    }
}
