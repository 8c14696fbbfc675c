namespace Telenovela.Bot.Retraining;

/// <summary>A run can't go on; the message says why, and what to do.</summary>
public sealed class RetrainingException : Exception
{
    /// <summary>With a message for people.</summary>
    public RetrainingException(string message)
        : base(message)
    {
    }

    /// <summary>With the cause.</summary>
    public RetrainingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
