namespace SiliconFlow.Video.Tests.Backports;

/// <summary>Sequences and dictionaries.</summary>
internal static class Sequences
{
    public static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> items) => items.OrderBy(item => item);

    public static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(item => item, comparer);

    public static T? MinBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) => items.OrderBy(key).FirstOrDefault();

    public static T FirstOrDefault<T>(this IEnumerable<T> items, Func<T, bool> predicate, T otherwise) => items.Where(predicate).DefaultIfEmpty(otherwise).First();

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> items, IEnumerable<TSecond> others) =>
        items.Zip(others, (first, second) => (first, second));

    public static IEnumerable<T> SkipLast<T>(this IReadOnlyCollection<T> items, int count) => items.Take(items.Count - count);

    public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> items, TKey key) => items.TryGetValue(key, out var value) ? value : default;

    public static bool TryAdd<TKey, TValue>(this Dictionary<TKey, TValue> items, TKey key, TValue value)
    {
        if (items.ContainsKey(key))
        {
            return false;
        }

        items.Add(key, value);
        return true;
    }

    public static void Deconstruct<TKey, TValue>(this KeyValuePair<TKey, TValue> item, out TKey key, out TValue value) => (key, value) = (item.Key, item.Value);

    public static void Shuffle<T>(this Random random, T[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = random.Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
