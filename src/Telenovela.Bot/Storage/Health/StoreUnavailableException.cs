namespace Telenovela.Bot.Storage.Health;

/// <summary>The store can't do what was asked now.</summary>
/// <param name="condition">How it is.</param>
/// <param name="inner">What SQLite said, if it said something.</param>
public sealed class StoreUnavailableException(StoreCondition condition, Exception? inner = null) : Exception(condition.Message, inner)
{
    /// <summary>How the store is; <see cref="StoreCondition.Problem"/> chooses the words for people.</summary>
    public StoreCondition Condition { get; } = condition;
}
