using Yimen.Web;
using Yimen.Web.Commands;

// run is the default; the script `yimen` forwards its verbs here, so a county needs no SDK (ruling 34)
var (verb, rest) = args is [var first, ..] && !first.StartsWith('-') ? (first, args[1..]) : ("run", args);
if (Usage.IsAskedFor(args))
{
    return Usage.Help();
}

return await Obstacles.Told(async () => verb switch
{
    "run" => await RunCommand.Run(App.Build(rest)),
    "journal" => await JournalCommand.Run(App.Build(rest is [] ? rest : rest[1..]), rest.FirstOrDefault()),
    "backup" => await BackupCommand.Run(App.Build(rest is [] ? rest : rest[1..]), rest.FirstOrDefault()),
    "restore" => await RestoreCommand.Run(App.Build(rest is [] ? rest : rest[1..]), rest.FirstOrDefault()),
    "token" => await TokenCommand.Run(App.Build(rest)),
    "recount" => await RecountCommand.Run(App.Build(rest)),
    "county" => await CountyCommand.Run(rest),
    "migrate" => await MigrateCommand.Run(App.Build(rest)),
    _ => Usage.Print(verb),
});

public partial class Program;
