namespace Telenovela.Tests.Loopback;

/// <summary>How far an interaction has come.</summary>
internal enum LoopbackTokenState
{
    /// <summary>Nothing was answered.</summary>
    Fresh,

    /// <summary>There is an original response to edit.</summary>
    WithOriginal,

    /// <summary>It was answered, and there is no original response, or it was deleted.</summary>
    WithoutOriginal,
}
