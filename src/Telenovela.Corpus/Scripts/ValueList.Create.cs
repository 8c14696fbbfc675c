namespace Telenovela.Corpus.Scripts;

/// <summary>Makes <see cref="ValueList{T}"/> values; also what collection expressions (<c>[a, b]</c>) call.</summary>
public static class ValueList
{
    /// <summary>Copies the items into a list.</summary>
    /// <param name="items">The items, in order.</param>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());

    /// <summary>Copies a sequence into a list.</summary>
    /// <param name="items">The items, in order.</param>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <returns>The list.</returns>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => new([.. items]);
}
