using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Bulletins;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Bulletins;

/// <summary>How tests come to an issued bulletin: orders in November 2020, then the clock goes on to the second of December.</summary>
internal static class BulletinTown
{
    public const string Live = "/desk/bulletins/2020-11";
    public const string Issue = $"{Live}/issue";
    public const string Issues = "/desk/bulletins/issues";
    public const string Api = "/api/v1/bulletins";

    extension(Town town)
    {
        /// <summary>Two orders of November, one of them closed with a displeased caller; now it is December.</summary>
        public async Task<Guid> November(string phone = "1380013820")
        {
            await town.Recorded(("phone", $"{phone}1"));
            var bad = await town.Closed($"{phone}2", pleased: false);
            town.NextMonth();
            return bad;
        }

        /// <summary>Issued by the office through its form.</summary>
        public async Task<Guid> IssueNovember(string user = "hotline1", string foreword = "请各单位对照查找差距。")
        {
            using var answer = await town.Post(user, Issue, Issue, ("to", "Departments"), ("foreword", foreword));
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        }

        public Task<HttpResponseMessage> Withdraw(Guid id, string reason, string user = "hotline1") => town.Post(user, $"{Issues}/{id}", $"{Issues}/{id}/withdrawal", ("reason", reason));

        public Task<Bulletin> Issued(Guid id) => town.Rows(db => db.Set<Bulletin>().AsNoTracking().Include(b => b.To).SingleAsync(b => b.Id == id));

        /// <summary>An order of November is taken off the books' count: as if its day of receipt had been wrong.</summary>
        public async Task Corrected(Guid order)
        {
            await town.Rows(async db =>
            {
                await db.Database.ExecuteSqlAsync($"UPDATE hotline_order SET received_on = {new DateOnly(2020, 10, 30)} WHERE id = {order}");
                return true;
            });
        }
    }
}
