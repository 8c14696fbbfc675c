using System.Numerics;

namespace Telenovela.Engine.Sampling;

/// <summary>
/// The generator xoshiro256** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021), seeded by SplitMix64
/// (Steele, Lea and Flood 2014). Written out, because <see cref="Random"/> promises no sequence across versions of .NET.
/// </summary>
internal sealed class Xoshiro256
{
    private readonly ulong[] _state = new ulong[4];

    public Xoshiro256(long seed)
    {
        var mixer = unchecked((ulong)seed);
        for (var at = 0; at < _state.Length; at++)
        {
            mixer = unchecked(mixer + 0x9E3779B97F4A7C15);
            var mixed = unchecked((mixer ^ (mixer >> 30)) * 0xBF58476D1CE4E5B9);
            mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
            _state[at] = mixed ^ (mixed >> 31);
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var s = _state;
        var result = unchecked(BitOperations.RotateLeft(s[1] * 5, 7) * 9);
        var shifted = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= shifted;
        s[3] = BitOperations.RotateLeft(s[3], 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), from the upper 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));
}
