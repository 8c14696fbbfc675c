using Microsoft.Extensions.DependencyInjection;
using Telenovela.Bot.Commands.Admin;
using Telenovela.Bot.Commands.Definitions;
using Telenovela.Bot.Commands.Feedback;
using Telenovela.Bot.Commands.Stats;
using Telenovela.Bot.Interactions.Processing;

namespace Telenovela.Bot.Commands.Review;

/// <summary>Registers what moderators and administrators do, and how people judge texts. Needs the store and an <c>IChannelPoster</c> besides.</summary>
public static class ReviewServiceCollectionExtensions
{
    /// <summary>Adds the commands and what they need.</summary>
    /// <param name="services">Where to.</param>
    public static IServiceCollection AddReviewing(this IServiceCollection services)
    {
        services.AddSingleton<FeedbackRow>();
        services.AddSingleton<RatedMessages>();
        services.AddSingleton<Moderators>();
        services.AddSingleton<ReviewMessage>();
        services.AddSingleton<ReviewDecisions>();
        services.AddSingleton<ReviewUndo>();
        services.AddSingleton<ReportMessage>();
        services.AddSingleton<PendingNotice>();
        services.AddSingleton<Administrators>();
        services.AddSingleton<ICooldownMeasure, GuildCooldownMeasure>();
        services.AddSingleton<SettingsMessage>();
        return services
            .AddCommand<StatsCommand>()
            .AddCommand<BestCommand>()
            .AddCommand<ReviewNextCommand>()
            .AddCommand<ReviewUndoCommand>()
            .AddCommand<ReviewReportsCommand>()
            .AddCommand<AdminShowCommand>()
            .AddCommand<AdminChannelCommand>()
            .AddCommand<AdminReviewersCommand>()
            .AddCommand<AdminContributorsCommand>()
            .AddCommand<AdminLanguagesCommand>()
            .AddCommand<AdminLimitsCommand>()
            .AddCommand<AdminWordsCommand>()
            .AddHandler<VoteUpButton>()
            .AddHandler<VoteDownButton>()
            .AddHandler<ReportButton>()
            .AddHandler<ReportModal>()
            .AddHandler<ReviewApproveButton>()
            .AddHandler<ReviewEditButton>()
            .AddHandler<ReviewEditModal>()
            .AddHandler<ReviewRejectButton>()
            .AddHandler<ReviewRejectModal>()
            .AddHandler<ReviewRestButton>()
            .AddHandler<ReviewUndoButton>()
            .AddHandler<ReviewNextButton>()
            .AddHandler<ReviewOpenButton>()
            .AddHandler<ReportNextButton>()
            .AddHandler<ReportCloseButton>();
    }
}
