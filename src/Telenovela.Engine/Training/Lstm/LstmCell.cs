using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Telenovela.Engine.Training.Lstm;

/// <summary>
/// One step of one stream through an LSTM layer, forth and back (Hochreiter and Schmidhuber 1997, with forget gates: Gers et al. 2000).
/// Gates stand in PyTorch's order: input, forget, cell, output; each is as wide as the layer.
/// </summary>
internal static class LstmCell
{
    /// <summary>c = f·c₋₁ + i·g, h = o·tanh(c).</summary>
    /// <param name="gates">What the gates are made of, <c>[4 × width]</c>; afterwards their activations.</param>
    /// <param name="previous">c₋₁.</param>
    /// <param name="cell">c.</param>
    /// <param name="activated">tanh(c).</param>
    /// <param name="hidden">h.</param>
    public static void Forward(Span<float> gates, ReadOnlySpan<float> previous, Span<float> cell, Span<float> activated, Span<float> hidden)
    {
        var width = hidden.Length;
        TensorPrimitives.Sigmoid(gates[..(2 * width)], gates[..(2 * width)]);
        TensorPrimitives.Tanh(gates.Slice(2 * width, width), gates.Slice(2 * width, width));
        TensorPrimitives.Sigmoid(gates[(3 * width)..], gates[(3 * width)..]);
        TensorPrimitives.Multiply(gates[..width], gates.Slice(2 * width, width), cell);
        TensorPrimitives.MultiplyAdd(gates.Slice(width, width), previous, cell, cell);
        TensorPrimitives.Tanh(cell, activated);
        TensorPrimitives.Multiply(gates[(3 * width)..], activated, hidden);
    }

    /// <summary>Derivatives by what the gates are made of, and by c₋₁.</summary>
    /// <param name="gates">The activations of <see cref="Forward"/>; afterwards the derivatives.</param>
    /// <param name="previous">c₋₁.</param>
    /// <param name="activated">tanh(c).</param>
    /// <param name="byHidden">The loss's derivative by h.</param>
    /// <param name="byCell">The loss's derivative by c from the step behind; afterwards by c₋₁.</param>
    public static void Backward(
        Span<float> gates, ReadOnlySpan<float> previous, ReadOnlySpan<float> activated, ReadOnlySpan<float> byHidden, Span<float> byCell)
    {
        var width = byHidden.Length;
        ref var i = ref MemoryMarshal.GetReference(gates);
        ref var f = ref gates[width];
        ref var g = ref gates[2 * width];
        ref var o = ref gates[3 * width];
        ref var was = ref MemoryMarshal.GetReference(previous);
        ref var tanh = ref MemoryMarshal.GetReference(activated);
        ref var dh = ref MemoryMarshal.GetReference(byHidden);
        ref var dc = ref MemoryMarshal.GetReference(byCell);
        nuint at = 0;
        for (; (int)at <= width - Vector<float>.Count; at += (nuint)Vector<float>.Count)
        {
            var (vi, vf) = (Vector.LoadUnsafe(ref i, at), Vector.LoadUnsafe(ref f, at));
            var (vg, vo) = (Vector.LoadUnsafe(ref g, at), Vector.LoadUnsafe(ref o, at));
            var (vt, vd) = (Vector.LoadUnsafe(ref tanh, at), Vector.LoadUnsafe(ref dh, at));
            var byC = Vector.LoadUnsafe(ref dc, at) + (vd * vo * (Vector<float>.One - (vt * vt)));
            (byC * vg * vi * (Vector<float>.One - vi)).StoreUnsafe(ref i, at);
            (byC * Vector.LoadUnsafe(ref was, at) * vf * (Vector<float>.One - vf)).StoreUnsafe(ref f, at);
            (byC * vi * (Vector<float>.One - (vg * vg))).StoreUnsafe(ref g, at);
            (vd * vt * vo * (Vector<float>.One - vo)).StoreUnsafe(ref o, at);
            (byC * vf).StoreUnsafe(ref dc, at);
        }

        for (var rest = (int)at; rest < width; rest++)
        {
            var (vi, vf, vg, vo) = (gates[rest], gates[width + rest], gates[(2 * width) + rest], gates[(3 * width) + rest]);
            var byC = byCell[rest] + (byHidden[rest] * vo * (1 - (activated[rest] * activated[rest])));
            gates[rest] = byC * vg * vi * (1 - vi);
            gates[width + rest] = byC * previous[rest] * vf * (1 - vf);
            gates[(2 * width) + rest] = byC * vi * (1 - (vg * vg));
            gates[(3 * width) + rest] = byHidden[rest] * activated[rest] * vo * (1 - vo);
            byCell[rest] = byC * vf;
        }
    }
}
