using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Contributions.Checks.Reading;

namespace Telenovela.Bot.Contributions.Checks;

/// <summary>Registers the checks. They need the store besides (<c>AddStorage</c>).</summary>
public static class ContributionCheckServiceCollectionExtensions
{
    /// <summary>Adds <see cref="ContributionChecks"/> and its rules.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddContributionChecks(this IServiceCollection services)
    {
        services.AddOptions<ContributionCheckOptions>().BindConfiguration(ContributionCheckOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ContributionChecks>();
        return services
            .AddRule<FormRule>()
            .AddRule<LengthRule>();
    }

    private static IServiceCollection AddRule<T>(this IServiceCollection services)
        where T : class, IContributionRule => services.AddSingleton<IContributionRule, T>();
}
