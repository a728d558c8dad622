using System.Runtime.CompilerServices;

namespace SiliconFlow.Video.Tests.Backports;

/// <summary>Checks of arguments.</summary>
internal static class Checks
{
    extension(ArgumentNullException)
    {
        public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
        {
            if (argument is null)
            {
                throw new ArgumentNullException(name);
            }
        }
    }

    extension(ArgumentOutOfRangeException)
    {
        public static void ThrowIfLessThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? name = null)
            where T : IComparable<T> => Check(value.CompareTo(other) >= 0, value, name);

        public static void ThrowIfGreaterThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? name = null)
            where T : IComparable<T> => Check(value.CompareTo(other) <= 0, value, name);
    }

    private static void Check<T>(bool isRight, T value, string? name)
    {
        if (!isRight)
        {
            throw new ArgumentOutOfRangeException(name, value, null);
        }
    }
}
