using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Processing;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Discord.Attachments;

/// <summary>Fetches attachments from Discord's own hosts: over TLS, without following redirects, no more bytes than asked for.</summary>
/// <param name="http">Without redirects, cookies or loggers: the addresses are secrets of the people who gave the files.</param>
public sealed class DiscordAttachmentClient(HttpClient http) : IAttachmentSource
{
    /// <summary>Longest wait for a whole file.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Hosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>Whether Discord keeps files at an address.</summary>
    /// <param name="address">The address.</param>
    public static bool IsDiscords(Uri address) =>
        address is { IsAbsoluteUri: true, Scheme: "https", IsDefaultPort: true, UserInfo: "" } && Hosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public Task<byte[]> FetchAsync(AttachmentData attachment, int mostBytes, CancellationToken cancellationToken) =>
        WorkerWait.ForAsync(FetchHereAsync(attachment, mostBytes, cancellationToken));

    private async Task<byte[]> FetchHereAsync(AttachmentData attachment, int mostBytes, CancellationToken cancellationToken)
    {
        if (!IsDiscords(attachment.Url))
        {
            throw new AttachmentException(AttachmentProblem.WrongAddress);
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var response = await http.GetAsync(attachment.Url, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            if ((int)response.StatusCode is >= 300 and < 400)
            {
                throw new AttachmentException(AttachmentProblem.WrongAddress);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new AttachmentException(AttachmentProblem.Unreachable);
            }

            if (response.Content.Headers.ContentLength > mostBytes)
            {
                throw new AttachmentException(AttachmentProblem.TooLarge);
            }

            await using var stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            return await ReadAsync(stream, mostBytes, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AttachmentException(AttachmentProblem.Unreachable, broken);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int mostBytes, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (content.Length + read > mostBytes)
            {
                throw new AttachmentException(AttachmentProblem.TooLarge);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }
}
