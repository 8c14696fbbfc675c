namespace Telenovela.Bot.Storage;

/// <summary>Something about the database's files can't be done, for a reason that can be said in words.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What was behind it.</param>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
