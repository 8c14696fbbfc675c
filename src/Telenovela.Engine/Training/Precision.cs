using System.Runtime.Intrinsics.X86;
using Telenovela.Engine.Models;

namespace Telenovela.Engine.Training;

/// <summary>Whether products in 16-bit brain floating point are worth it.</summary>
public static class Precision
{
    /// <summary>Narrower layers are over before the faster products pay for the conversions.</summary>
    private const int NarrowestWidth = 256;

    /// <summary>
    /// Whether the processor multiplies bfloat16 numbers: AVX512_BF16 (CPUID leaf 7.1, EAX bit 5) or AMX-BF16 (leaf 7, EDX bit 22).
    /// </summary>
    public static bool HasBFloat16 { get; } =
        X86Base.IsSupported && X86Base.CpuId(0, 0).Eax >= 7
        && (((X86Base.CpuId(7, 1).Eax >> 5) & 1) == 1 || ((X86Base.CpuId(7, 0).Edx >> 22) & 1) == 1);

    /// <summary>Whether a model of this size trains faster in bfloat16 on this machine.</summary>
    /// <param name="shape">Only the width of its layers matters: narrow ones gain nothing.</param>
    public static bool PrefersBFloat16(ModelShape shape) => HasBFloat16 && shape.Width >= NarrowestWidth;
}
