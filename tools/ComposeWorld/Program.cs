using Yimen.ComposeWorld;
using Yimen.ComposeWorld.Catalogue;
using Yimen.ComposeWorld.Organization;

// Composes worlds/<name> from its hand-written sources, recounts the report's figures and fails when one differs.
// dotnet run --project tools/ComposeWorld [-- worlds/lechang] [--check]     --check writes nothing, and fails if a file would change
var folder = args.FirstOrDefault(arg => arg != "--check") ?? Path.Combine("worlds", "lechang");
var output = new Output(folder, writes: !args.Contains("--check"));
var world = Json.Read<World>(output.At("world.json"));
var units = new Units(world, Json.Read<DivisionList>(output.At("divisions.json")).Divisions, Json.Read<UnitSources>(output.At("sources/units.json")));
var windows = new Windows(world, Json.Read<WindowSources>(output.At("sources/windows.json")), units);

output.Write("units.json", Json.Rows(
    "由 tools/ComposeWorld 生成。统一社会信用代码为虚构机构代码（YM 开头）加校验位合成，能通过 GB 32100 校验，但不是任何真实单位的代码。", "units", units.All));
output.Write("windows.json", Json.Rows("由 tools/ComposeWorld 生成。", "windows", windows.All));
output.Write("staff.json", Json.Rows(
    "由 tools/ComposeWorld 生成。全部为虚构的演示人员。", "staff", new Staff(Json.Read<StaffSources>(output.At("sources/staff.json")), units, windows).All()));
output.Write("citizens.json", Json.Document(Citizens.Compose(world.Code)));
var faults = CatalogueFiles.Compose(output, world, units, windows);
return faults + output.Stale == 0 ? 0 : 1;
