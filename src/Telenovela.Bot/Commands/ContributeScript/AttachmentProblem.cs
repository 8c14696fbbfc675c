namespace Telenovela.Bot.Commands.ContributeScript;

/// <summary>Why a file can't be had.</summary>
public enum AttachmentProblem
{
    /// <summary>Its address isn't one where Discord keeps files.</summary>
    WrongAddress,

    /// <summary>It is larger than allowed.</summary>
    TooLarge,

    /// <summary>It isn't there any more, or the way to it is broken.</summary>
    Unreachable,
}
