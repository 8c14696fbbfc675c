namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>A file that somebody gave can't be had. The message never holds its address, which is a secret of the person's.</summary>
/// <param name="problem">Why.</param>
/// <param name="inner">What was met.</param>
public sealed class AttachmentException(AttachmentProblem problem, Exception? inner = null) : Exception($"The attachment can't be had: {problem}.", inner)
{
    /// <summary>Why.</summary>
    public AttachmentProblem Problem { get; } = problem;
}
