namespace SiliconFlow.Video.Waiting;

/// <summary>The standard normal distribution.</summary>
internal static class NormalCurve
{
    /// <summary>The part that lies above <paramref name="z"/>; exact to seven digits also far out, where it is tiny.</summary>
    internal static double Above(double z)
    {
        // The complementary error function by Chebyshev fitting.
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (x / 2));
        ReadOnlySpan<double> c = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var sum = 0.0;
        for (var i = c.Length - 1; i >= 0; i--)
        {
            sum = (sum * t) + c[i];
        }

        var half = t * Math.Exp((-x * x) + sum) / 2;
        return z >= 0 ? half : 1 - half;
    }

    /// <summary>The density at <paramref name="z"/> by what lies above it.</summary>
    internal static double Hazard(double z) => z > 30 ? z : Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) / Above(z);
}
