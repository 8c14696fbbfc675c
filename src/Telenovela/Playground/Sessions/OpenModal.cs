using Telenovela.Playground.Replies;

namespace Telenovela.Playground.Sessions;

/// <summary>A modal that is open.</summary>
/// <param name="Body">What it shows.</param>
/// <param name="Cause">What opened it.</param>
/// <param name="Carrier">Id of the message whose component opened it; null where a command did.</param>
public sealed record OpenModal(ModalBody Body, LogCause Cause, ulong? Carrier);
