using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Telenovela.Engine.Checkpoints;

/// <summary>
/// Reads and writes the safetensors format (format description of the safetensors project): eight bytes of header length, a JSON
/// header with each tensor's type, shape and offsets, the raw little-endian numbers. F32 and F16.
/// </summary>
internal static class Safetensors
{
    /// <summary>Bytes of the longest header that is read.</summary>
    public const long LargestHeader = 16 * 1024 * 1024;

    /// <summary>The bytes of a file.</summary>
    /// <param name="tensors">Names, shapes and numbers, written in this order.</param>
    /// <param name="half">Whether to write 16-bit numbers, half the size.</param>
    public static byte[] Write(IEnumerable<(string Name, long[] Shape, float[] Values)> tensors, bool half)
    {
        var header = new JsonObject { ["__metadata__"] = new JsonObject { ["format"] = "pt" } };
        using var body = new MemoryStream();
        foreach (var (name, shape, values) in tensors)
        {
            var start = body.Length;
            if (half)
            {
                body.Write(MemoryMarshal.AsBytes<Half>(Array.ConvertAll(values, value => (Half)value)));
            }
            else
            {
                body.Write(MemoryMarshal.AsBytes<float>(values));
            }

            header[name] = new JsonObject
            {
                ["dtype"] = half ? "F16" : "F32",
                ["shape"] = new JsonArray([.. shape.Select(length => (JsonNode)length)]),
                ["data_offsets"] = new JsonArray(start, body.Length),
            };
        }

        // The header is padded with spaces so that the numbers begin at a multiple of eight.
        var text = JsonSerializer.SerializeToUtf8Bytes(header);
        var padded = (text.Length + 7) / 8 * 8;
        var bytes = new byte[8 + padded + body.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)padded);
        bytes.AsSpan(8, padded).Fill((byte)' ');
        text.CopyTo(bytes, 8);
        body.GetBuffer().AsSpan(0, (int)body.Length).CopyTo(bytes.AsSpan(8 + padded));
        return bytes;
    }

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="CheckpointException">The bytes are no safetensors file, or of an unknown number type.</exception>
    public static Dictionary<string, (long[] Shape, float[] Values)> Read(byte[] bytes)
    {
        try
        {
            var length = bytes.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (length > LargestHeader || (long)length > bytes.Length - 8)
            {
                throw new CheckpointException("The weights file is truncated or no safetensors file.");
            }

            var body = bytes.AsMemory(8 + (int)length);
            var header = JsonNode.Parse(bytes.AsSpan(8, (int)length))!.AsObject();
            return header.Where(entry => entry.Key != "__metadata__").ToDictionary(entry => entry.Key, entry => ReadTensor(entry.Key, entry.Value!, body));
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or FormatException or ArgumentException or NullReferenceException or OverflowException)
        {
            throw new CheckpointException("The weights file's header can't be read.", malformed);
        }
    }

    private static (long[] Shape, float[] Values) ReadTensor(string name, JsonNode entry, ReadOnlyMemory<byte> body)
    {
        long[] shape = [.. entry["shape"]!.AsArray().Select(length => length!.GetValue<long>())];
        var start = entry["data_offsets"]![0]!.GetValue<int>();
        var end = entry["data_offsets"]![1]!.GetValue<int>();
        var raw = body[start..end].Span;
        float[] values = entry["dtype"]!.GetValue<string>() switch
        {
            "F32" => MemoryMarshal.Cast<byte, float>(raw).ToArray(),
            "F16" => Array.ConvertAll(MemoryMarshal.Cast<byte, Half>(raw).ToArray(), value => (float)value),
            var type => throw new CheckpointException($"Tensor {name} holds numbers of type {type}; F32 and F16 can be read."),
        };
        return values.LongLength == shape.Aggregate(1L, (size, part) => checked(size * part))
            ? (shape, values)
            : throw new CheckpointException($"Tensor {name} has {values.Length} numbers, which don't fill its shape [{string.Join(", ", shape)}].");
    }
}
