using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.Sdk.Parts;

/// <summary>Registers a workbench of counter parts.</summary>
public static class PartDeskServices
{
    /// <summary>Registers handler, desk and policy of the module's part tasks.</summary>
    /// <param name="module">The module.</param>
    /// <param name="resource">Resource name, e.g. <c>party-building.contact</c>; the permissions are its <c>view</c> and <c>edit</c>.</param>
    public static IModuleServices AddPartDesk<TTask, TContext, THandler>(this IModuleServices module, string resource)
        where TTask : PartTask, new()
        where TContext : ModuleDbContext
        where THandler : PartTaskHandler<TTask>
    {
        ArgumentNullException.ThrowIfNull(module);
        var rules = new PartDeskRules<TTask>(module.Info.Id, resource);
        module.Services.AddSingleton(rules);
        module.Services.AddSingleton<AccessPolicy<TTask>>(new PartTaskPolicy<TTask>(rules));
        module.Services.AddScoped(services => ActivatorUtilities.CreateInstance<PartDesk<TTask>>(services, services.GetRequiredService<TContext>(), rules));
        module.Services.AddScoped<IHandlePart, THandler>();
        return module;
    }

    /// <summary>Maps the columns every part task has.</summary>
    public static EntityTypeBuilder<TTask> HasPartTask<TTask>(this EntityTypeBuilder<TTask> builder, string table) where TTask : PartTask
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable(table);
        builder.Property(task => task.CaseNumber).HasMaxLength(24);
        builder.Property(task => task.Part).HasMaxLength(40);
        builder.Property(task => task.Item).HasMaxLength(60);
        builder.Property(task => task.ItemTitleZh).HasMaxLength(100);
        builder.Property(task => task.ItemTitleEn).HasMaxLength(200);
        builder.Property(task => task.TitleZh).HasMaxLength(100);
        builder.Property(task => task.TitleEn).HasMaxLength(200);
        builder.Property(task => task.TakenByName).HasMaxLength(60);
        builder.Property(task => task.DeclineReason).HasMaxLength(PartDeskRules.ReasonLength);
        builder.Property(task => task.SettledAs).HasMaxLength(60);
        builder.Ignore(task => task.Ref);
        builder.Ignore(task => task.Title);
        builder.Ignore(task => task.ItemTitle);
        builder.HasIndex(task => new { task.CaseNumber, task.Part, task.Round }).IsUnique();
        // The workbench reads by status, what is due first.
        builder.HasIndex(task => new { task.Status, task.DueOn });
        builder.HasIndex(task => task.Subject);
        return builder;
    }
}
