using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Discord.Attachments;

namespace Telenovela.Playground.Uploads;

/// <summary>Files that were given in the playground lie in memory; all others are Discord's.</summary>
/// <param name="uploads">The playground's.</param>
/// <param name="discord">Discord's.</param>
internal sealed class PlaygroundAttachmentSource(PlaygroundUploads uploads, DiscordAttachmentClient discord) : IAttachmentSource
{
    /// <inheritdoc/>
    public Task<byte[]> FetchAsync(AttachmentData attachment, int mostBytes, CancellationToken cancellationToken) =>
        uploads.Find(attachment.Url) is not { } upload ? discord.FetchAsync(attachment, mostBytes, cancellationToken)
        : upload.Content.Length <= mostBytes ? Task.FromResult(upload.Content.ToArray())
        : throw new AttachmentException(AttachmentProblem.TooLarge);
}
