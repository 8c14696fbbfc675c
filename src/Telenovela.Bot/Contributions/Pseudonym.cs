using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Telenovela.Bot.Contributions;

/// <summary>A contributor's name in exports where none was chosen.</summary>
internal static class Pseudonym
{
    private const int Bytes = 5;

    /// <summary>
    /// The first bytes of HMAC-SHA256 of the person's Discord id under a salt of the person's own. Without the salt, which never leaves the
    /// database and goes with the person's data, trying all ids leads nowhere.
    /// </summary>
    /// <param name="salt">Random bytes of this person.</param>
    /// <param name="userId">The person.</param>
    public static string Of(byte[] salt, ulong userId)
    {
        Span<byte> id = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(id, userId);
        return $"contributor-{Convert.ToHexStringLower(HMACSHA256.HashData(salt, id).AsSpan(0, Bytes))}";
    }
}
