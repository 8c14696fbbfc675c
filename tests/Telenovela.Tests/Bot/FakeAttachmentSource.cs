using System.Text;
using Telenovela.Bot.Commands.ContributeScript;
using Telenovela.Bot.Interactions.Requests;

namespace Telenovela.Tests.Bot;

/// <summary>Has one text, or a failure, for whatever is asked for.</summary>
internal sealed class FakeAttachmentSource : IAttachmentSource
{
    public string Text { get; set; } = "";

    public AttachmentProblem? Problem { get; set; }

    public Task<byte[]> FetchAsync(AttachmentData attachment, int mostBytes, CancellationToken cancellationToken) =>
        Problem is { } problem ? Task.FromException<byte[]>(new AttachmentException(problem)) : Task.FromResult(Encoding.UTF8.GetBytes(Text));
}
