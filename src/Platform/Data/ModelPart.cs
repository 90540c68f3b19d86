using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Yimen.Platform.Data;

/// <summary>A module's share of the one model: its tables, keys and indexes.</summary>
public sealed record ModelPart(Action<ModelBuilder> Map);

public static class ModelParts
{
    public static IServiceCollection AddModel(this IServiceCollection services, Action<ModelBuilder> map) => services.AddSingleton(new ModelPart(map));
}
