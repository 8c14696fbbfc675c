using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>Fetches files that people gave, from nowhere but where Discord (or the playground) keeps them.</summary>
public interface IAttachmentSource
{
    /// <summary>Fetches a file.</summary>
    /// <param name="attachment">The file. Its address and size are the person's word: neither is trusted.</param>
    /// <param name="mostBytes">More than this isn't read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AttachmentException">It can't be had.</exception>
    Task<byte[]> FetchAsync(AttachmentData attachment, int mostBytes, CancellationToken cancellationToken);
}
