using System.Globalization;
using System.Text.Json;

namespace Telenovela.Discord.Wire;

/// <summary>A JSON value that knows where it stands, so that a complaint can say so.</summary>
internal readonly record struct JsonPlace(JsonElement Value, string Where)
{
    /// <summary>The member of that name; null where it is missing or JSON null.</summary>
    public JsonPlace? Optional(string name)
    {
        Expect(JsonValueKind.Object, "must be an object");
        return Value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? new JsonPlace(member, Path(name)) : null;
    }

    /// <summary>The member of that name.</summary>
    public JsonPlace Required(string name) => Optional(name) ?? throw new WireFormatException(Path(name), "is missing");

    /// <summary>The items of the list of that name; none where it is missing.</summary>
    public IEnumerable<JsonPlace> List(string name)
    {
        if (Optional(name) is not { } list)
        {
            return [];
        }

        list.Expect(JsonValueKind.Array, "must be a list");
        return list.Value.EnumerateArray().Select((item, at) => new JsonPlace(item, string.Create(CultureInfo.InvariantCulture, $"{list.Where}[{at}]")));
    }

    /// <summary>The values of this object, by whatever name.</summary>
    public IEnumerable<JsonPlace> Members()
    {
        Expect(JsonValueKind.Object, "must be an object");
        var where = Where;
        return Value.EnumerateObject().Select(member => new JsonPlace(member.Value, $"{where}.*"));
    }

    /// <summary>The text here.</summary>
    public string Text()
    {
        Expect(JsonValueKind.String, "must be a string");
        return Value.GetString()!;
    }

    /// <summary>The text here, which has at least one character that isn't white space.</summary>
    public string Filled() => Text() is var text && !string.IsNullOrWhiteSpace(text) ? text : throw new WireFormatException(Where, "is empty");

    /// <summary>The snowflake here: digits in a string.</summary>
    public ulong Snowflake() =>
        ulong.TryParse(Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw new WireFormatException(Where, "must be a snowflake: digits in a string");

    /// <summary>The whole number here.</summary>
    public long WholeNumber() => TryWholeNumber() ?? throw new WireFormatException(Where, "must be a whole number");

    /// <summary>The finite number here.</summary>
    public double Number() => TryNumber() ?? throw new WireFormatException(Where, "must be a number");

    /// <summary>The yes or no here.</summary>
    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new WireFormatException(Where, "must be true or false"),
    };

    private long? TryWholeNumber()
    {
        if (Value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        // 5.0 and 5e0 are whole numbers to JSON, and 2^53 is as far as Discord's own go.
        const double Largest = 9007199254740992;
        return Value.TryGetInt64(out var whole) ? whole
            : TryNumber() is { } number && Math.Abs(number) <= Largest && number == Math.Truncate(number) ? (long)number : null;
    }

    private double? TryNumber() =>
        Value.ValueKind == JsonValueKind.Number && Value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private void Expect(JsonValueKind kind, string words)
    {
        if (Value.ValueKind != kind)
        {
            throw new WireFormatException(Where, words);
        }
    }

    private string Path(string name) => Where.Length == 0 ? name : $"{Where}.{name}";
}
