using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Platform.Files;

public static class FilesServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddModel(StoredFile.Map);
        services.AddScoped<FileStore>();
        services.AddScoped<OrphanFiles>();
        return services;
    }
}
