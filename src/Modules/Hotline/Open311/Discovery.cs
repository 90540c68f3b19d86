using Microsoft.AspNetCore.Http;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Hotline.Open311;

/// <summary>Service discovery: where the interface is, in which formats, and how one gets a key.</summary>
internal static class Discovery
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    public static async Task<GeoDocument> Document(HttpContext http, County county, AppDb db, CancellationToken ct)
    {
        var here = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}";
        var today = http.Act().Today;
        var changed = GeoDates.Of(Kernel.ChinaTime.StartOf((await db.GeoServices(ct)).All.Where(s => s.From <= today).Max(s => s.From)));
        var endpoint = new GeoObject(
            ("specification", Specification), ("url", $"{here}/open311/v2"), ("changeset", changed), ("type", county.Demo ? "test" : "production"),
            ("formats", new GeoList("format", ["text/xml", "application/json"])));
        return new("discovery", new GeoObject(
            ("changeset", changed), ("contact", $"{county.Name} 12345 热线办，{here}/orders"), ("key_service", $"密钥由{county.Name} 12345 热线办发放：请以单位名义书面申请，写明单位名称、联系人和电话、用途。"),
            ("endpoints", new GeoList("endpoint", [endpoint]))));
    }
}
