using Telenovela.Bot.Storage.Rows;

namespace Telenovela.Bot.Contributions;

/// <summary>A person's vote.</summary>
/// <param name="MessageId">The message with the text.</param>
/// <param name="Model">The language model that wrote it.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Value">Which way.</param>
/// <param name="At">When.</param>
public sealed record OwnVote(ulong MessageId, string Model, long Seed, VoteValue Value, DateTimeOffset At);
