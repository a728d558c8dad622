namespace SiliconFlow.Video.Tests.Submitting;

/// <summary>A service in virtual time that takes submits or refuses them by some limit. Times are seconds.</summary>
internal abstract class ModelledService
{
    /// <summary>How many seconds the rows would take at the limit itself.</summary>
    public abstract double Ideal(int rows);

    /// <summary>Whether a submit is taken that arrives now.</summary>
    public abstract bool Takes(double now, int atWork, Random random);

    /// <summary>So many at once; each takes a second.</summary>
    internal sealed class AtOnce(int places) : ModelledService
    {
        public override double Ideal(int rows) => (double)rows / places;

        public override bool Takes(double now, int atWork, Random random) => atWork < places;
    }

    /// <summary>So many in each period of the clock, and then none until the next.</summary>
    internal sealed class FixedWindow(int submits, double period, double offset = 0) : ModelledService
    {
        private int _period = -1;
        private int _passed;

        public override double Ideal(int rows) => Math.Max(1, ((double)rows / submits) - 1) * period;

        public override bool Takes(double now, int atWork, Random random)
        {
            var current = (int)((now + offset) / period);
            _passed = current == _period ? _passed : 0;
            _period = current;
            return _passed < submits && ++_passed > 0;
        }
    }

    /// <summary>A bucket of tokens that fills evenly.</summary>
    internal sealed class TokenBucket(double perMinute, double burst) : ModelledService
    {
        private double _tokens = double.MaxValue;
        private double _last;

        public override double Ideal(int rows) => (rows - burst) / perMinute * 60;

        public override bool Takes(double now, int atWork, Random random)
        {
            _tokens = Math.Min(burst, _tokens + ((now - _last) * perMinute / 60));
            _last = now;
            return _tokens >= 1 && --_tokens >= 0;
        }
    }

    /// <summary>A share of all submits, whatever their pace.</summary>
    internal sealed class Share(double refused) : ModelledService
    {
        public override double Ideal(int rows) => rows / 8.0;

        public override bool Takes(double now, int atWork, Random random) => random.NextDouble() >= refused;
    }

    /// <summary>All submits but those in an outage.</summary>
    internal sealed class Outage(double from, double to) : ModelledService
    {
        public override double Ideal(int rows) => (rows / 8.0) + to - from;

        public override bool Takes(double now, int atWork, Random random) => now < from || now >= to;
    }
}
