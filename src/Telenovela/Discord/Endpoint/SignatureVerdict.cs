namespace Telenovela.Discord.Endpoint;

/// <summary>What the signature of a request says. Everything but <see cref="Genuine"/> is answered with 401.</summary>
public enum SignatureVerdict
{
    /// <summary>Discord sent it, now.</summary>
    Genuine,

    /// <summary>Signature or timestamp are missing or have the wrong form.</summary>
    Missing,

    /// <summary>The timestamp is more than five minutes off: an old request sent again, or a wrong clock.</summary>
    Stale,

    /// <summary>Somebody else's signature, or a body or timestamp that was changed.</summary>
    Forged,
}
