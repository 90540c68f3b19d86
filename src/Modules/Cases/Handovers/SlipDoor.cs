using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Documents;
using Yimen.Platform.Identity;

namespace Yimen.Cases.Handovers;

/// <summary>Who reads a 物料流转清单: both sides of the batch.</summary>
internal static class SlipDoor
{
    public static readonly DocumentDoor Door = new(Handover.MatterKind, (http, id) => http.Visitor.IsStaff
        ? http.RequestServices.GetRequiredService<HandoverDesk>().Seen(http).AnyAsync(h => h.Id == id, http.RequestAborted)
        : Task.FromResult(false));
}
